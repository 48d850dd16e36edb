import type { SystemPlan } from '#domain/erasure/plan.ts'
import type { PlanRecord } from '../ports/erasure-store.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import type { KeepReasonView, PlanCounts, PlanSystemView, PlanView } from '../views/plan.ts'
import { markView } from './mark-view.ts'

const none: PlanCounts = { found: 0, delete: 0, mask: 0, keep: 0 }

const plus = (a: PlanCounts, b: PlanCounts): PlanCounts => ({
  found: a.found + b.found,
  delete: a.delete + b.delete,
  mask: a.mask + b.mask,
  keep: a.keep + b.keep,
})

/** A recorded plan as a supervisor reads it: counts and reasons per system, and not one value of the person. */
export function planView(record: PlanRecord, systems: readonly SystemRecord[]): PlanView {
  const shown = record.plan.systems.map((plan) => systemView(plan, systems))
  return {
    hash: record.hash,
    checkedAt: record.computedAt,
    mark: markView(record.plan.fact.marks),
    systems: shown,
    totals: shown.reduce<PlanCounts>(plus, none),
  }
}

/** What a system is called on screen: our own records have a name in every language. */
export const systemKind = (name: string, systems: readonly SystemRecord[]): PlanSystemView['kind'] =>
  name === 'rightsdesk' ? 'rightsdesk' : (systems.find((one) => one.name === name)?.kind ?? 'by_hand')

function systemView(plan: SystemPlan, systems: readonly SystemRecord[]): PlanSystemView {
  const totals = plan.collections.map(({ counts }) => counts).reduce<PlanCounts>(plus, none)
  return {
    ...totals,
    system: plan.system,
    name: plan.system,
    kind: systemKind(plan.system, systems),
    role: plan.role,
    reasons: reasonsOf(plan),
    problems: plan.problems.map(({ code, collection, field }) => ({
      key: code,
      params: { place: field === null ? collection : `${collection}.${field}` },
    })),
    collections: plan.collections.map(({ name, counts }) => ({
      ...counts,
      collection: name,
      lines: plan.lines
        .filter((line) => line.collection === name)
        .map((line) => ({
          field: line.field,
          action: line.action,
          how: line.action === 'keep' ? (line.basis ?? line.reason) : line.action === 'mask' ? String(line.params.do ?? '') : null,
        })),
    })),
  }
}

/** Why rows stay, each reason once with its rows; rows that another person shares stand by themselves. */
function reasonsOf(plan: SystemPlan): KeepReasonView[] {
  const reasons: KeepReasonView[] = []
  for (const { name, counts, until } of plan.collections) {
    const kept = plan.lines.find((line) => line.collection === name && line.action === 'keep')
    const rows = counts.keep + counts.mask
    if (kept === undefined || rows === 0) continue
    const date = until === null ? null : Date.parse(`${until}T00:00:00Z`)
    const key = kept.reason
    if (key === 'retained') {
      reasons.push({ key, params: { rows, basis: kept.basis ?? '' }, shared: false, rows, until: date })
    } else if (key === 'held' || key === 'needed' || key === 'key' || key === 'read_only') {
      reasons.push({ key, params: { rows }, shared: false, rows, until: null })
    }
  }
  const shared = plan.findings.filter((finding) => finding.code === 'shared').reduce((n, finding) => n + finding.rows, 0)
  if (shared > 0) reasons.push({ key: 'shared', params: { rows: shared }, shared: true, rows: shared, until: null })
  return reasons
}
