import type { SystemPlan } from '#domain/erasure/plan.ts'
import { stayingIn } from '../erasure/what-stays.ts'
import type { PlanRecord } from '../ports/erasure-store.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import type { KeepReasonView, PlanCounts, PlanSystemView, PlanView } from '../views/plan.ts'
import { markView } from './mark-view.ts'
import { stayPhrase, stayUntil } from './stay-phrase.ts'

const none: PlanCounts = { found: 0, delete: 0, mask: 0, keep: 0 }

const plus = (a: PlanCounts, b: PlanCounts): PlanCounts => ({
  found: a.found + b.found,
  delete: a.delete + b.delete,
  mask: a.mask + b.mask,
  keep: a.keep + b.keep,
})

/** A recorded plan as a supervisor reads it: counts and reasons per system, and not one value of the person. */
export function planView(record: Pick<PlanRecord, 'hash' | 'plan' | 'computedAt'>, systems: readonly SystemRecord[]): PlanView {
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

/** Why rows stay, each reason once with its rows; rows that another person shares stand last, by themselves. */
function reasonsOf(plan: SystemPlan): KeepReasonView[] {
  const alike = Map.groupBy(stayingIn(plan), ({ reason, basis, until }) => [reason, basis, until].join('\n'))
  const reasons = [...alike.values()].flatMap(([first, ...more]): KeepReasonView[] => {
    if (first === undefined) return []
    const rows = more.reduce((n, one) => n + one.rows, first.rows)
    return [{ ...stayPhrase({ ...first, rows }), shared: first.reason === 'shared', rows, until: stayUntil(first) }]
  })
  return [...reasons.filter(({ shared }) => !shared), ...reasons.filter(({ shared }) => shared)]
}
