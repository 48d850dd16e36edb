import type { Request } from '#domain/request/request.ts'
import type { PlanRecord, RecheckRecord, TaskRecord } from '../ports/erasure-store.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import { systemKind } from '../present/plan-view.ts'
import type { AttentionView, KeepBasis, SystemProgressView, SystemState } from '../views/case.ts'

/** What the work on a case rests on. `plan`: the newest one. */
interface CaseWork {
  readonly request: Request
  readonly plan: PlanRecord | null
  readonly tasks: readonly TaskRecord[]
  readonly rechecks: readonly RecheckRecord[]
  readonly systems: readonly SystemRecord[]
  /** What the worker takes up, and when; of asking all systems again `system` is null. */
  readonly scheduled: readonly { readonly system: string | null; readonly at: number }[]
}

/** Each system of the frozen plan: what was planned, what is gone, and what asking again showed. */
export function systemProgress(
  { request, plan, tasks, rechecks, systems, scheduled }: CaseWork,
  now: number,
): SystemProgressView[] {
  const later = scheduled.filter((one) => one.at > now)
  return (request.frozen?.systems ?? []).map(({ system, role }) => {
    const own = tasks.filter((task) => task.system === system)
    const last = rechecks.filter((one) => one.system === system).at(-1) ?? null
    const sum = (count: 'deleted' | 'masked' | 'kept') => own.reduce((n, task) => n + task[count], 0)
    const state = stateOf(request, own, last, now)
    return {
      system,
      name: system,
      kind: systemKind(system, systems),
      role,
      state,
      planned: Math.max(plannedRows(plan, system), sum('deleted') + sum('masked')),
      gone: sum('deleted'),
      masked: sum('masked'),
      kept: sum('kept'),
      attempts: own.reduce((n, task) => n + task.attempts, 0),
      nextTryAt: later.find((one) => one.system === system)?.at ?? null,
      nextAskAt: state === 'informed' ? null : nextAsk(request, later, now),
      byHand: byHandOf(own),
      recheck: last === null ? null : { at: last.at, leftovers: last.leftovers.reduce((n, one) => n + one.rows, 0) },
    }
  })
}

/** When systems are asked again: the second time by the case's own clock, which stands still while it is paused. */
function nextAsk(request: Request, later: CaseWork['scheduled'], now: number): number | null {
  if (request.pauses.length > 0) return null
  if (request.state === 'completed_pending' && request.clock.at > now) return request.clock.at
  return later.find((one) => one.system === null)?.at ?? null
}

/** Rows of a system that the plan takes away or masks. A try that was repeated may have met more. */
function plannedRows(plan: PlanRecord | null, system: string): number {
  const own = plan?.plan.systems.find((one) => one.system === system)
  return (own?.collections ?? []).reduce((n, { counts }) => n + counts.delete + counts.mask, 0)
}

function stateOf(request: Request, tasks: readonly TaskRecord[], last: RecheckRecord | null, now: number): SystemState {
  if (tasks.some((task) => task.state === 'gave_up')) return 'not_done'
  if (tasks.some((task) => task.state === 'stopped' || task.state === 'dropped')) return 'stopped'
  if (tasks.some((task) => task.state === 'running')) return 'running'
  if (tasks.length === 0 || tasks.some((task) => task.state === 'planned' || task.state === 'failed')) {
    return request.waiting !== null && request.waiting.until > now ? 'waiting' : 'planned'
  }
  if (tasks.every((task) => task.state === 'informed')) return 'informed'
  if (tasks.some((task) => task.state === 'by_hand') && last?.clean !== true) return 'by_hand'
  return last?.clean === true ? 'clean' : 'asking_again'
}

/** Who erased by hand and who stands beside them, once both said so. */
function byHandOf(tasks: readonly TaskRecord[]): SystemProgressView['byHand'] {
  const task = tasks.find((one) => one.state === 'by_hand')
  if (task === undefined) return null
  return { evidence: task.evidence ?? '', by: task.proposedBy ?? '', confirmedBy: task.confirmedBy ?? '' }
}

/** What needs a person: systems that gave up, and those that still held something when asked again. */
export function attentionView(
  request: Request,
  tasks: readonly TaskRecord[],
  rechecks: readonly RecheckRecord[],
): AttentionView[] {
  if (request.state !== 'needs_attention') return []
  return request.attention.map(({ system, cause }) => {
    const task = tasks.find((one) => one.system === system)
    const last = rechecks.filter((one) => one.system === system && !one.clean).at(-1)
    const worst = last?.leftovers.toSorted((a, b) => b.rows - a.rows)[0]
    const what: AttentionView['what'] =
      cause === 'leftovers' && last !== undefined && worst !== undefined
        ? { key: 'leftovers', params: { rows: worst.rows, collection: worst.collection, at: last.at } }
        : { key: 'gave_up', params: { count: task?.attempts ?? 0, at: task?.endedAt ?? request.since } }
    return { system, name: system, what, since: request.since, proposal: proposalOf(request, system) }
  })
}

function proposalOf(request: Request, system: string): AttentionView['proposal'] {
  const last = request.proposals.findLast((one) => one.system === system)
  if (last === undefined) return null
  const { human: by, at } = last
  if (last.type === 'done_by_hand') return { type: 'done_by_hand', by, at, evidence: last.evidence ?? '' }
  return { type: 'keep', by, at, basis: last.basis as KeepBasis, until: last.until ?? at }
}
