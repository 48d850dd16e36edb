import { planChanges, type PlanChange } from '#domain/request/plan-changes.ts'
import type { Request } from '#domain/request/request.ts'
import { openCaseMs } from '../case/open-case.ts'
import type { PlanRecord } from '../ports/erasure-store.ts'
import type { Store } from '../ports/store.ts'
import type { DecisionView } from '../views/approvals.ts'

/** More lines than that are counted, not listed. */
const mostLines = 12

type Changes = DecisionView['changes']

/** What differs since this reader, or whoever approved it before, last saw the case. */
export async function changesOf(
  store: Store,
  request: Request,
  plan: PlanRecord | null,
  reader: { readonly staffId: string; readonly now: number },
): Promise<Changes> {
  const changes: Changes = []
  const dropped = request.approvals.length === 0 ? request.approvers.at(-1) : undefined
  if (dropped !== undefined && request.state === 'awaiting_approval') changes.push({ key: 'approval_dropped', params: { by: dropped } })
  if (request.returnUnanswered) changes.push({ key: 'came_back' })
  const answered = request.parts.findLast((part) => part.part === 'answered_return')
  if (answered !== undefined) changes.push({ key: 'answered', params: { by: answered.human, at: answered.at } })
  if (plan !== null) changes.push(...(await linesSince(store, request, plan, reader)))
  return changes
}

async function linesSince(
  store: Store,
  request: Request,
  plan: PlanRecord,
  reader: { readonly staffId: string; readonly now: number },
): Promise<Changes> {
  const seen = await planSeen(store, request, reader)
  if (seen === null) return []
  const found = planChanges(seen.plan, plan.plan)
  const more = found.length - mostLines
  const shown = found.slice(0, mostLines).map(changePhrase)
  return more > 0 ? [...shown, { key: 'more', params: { count: more } }] : shown
}

/**
 * The plan that was approved before; else the one that this reader had before them when they last opened the case, not
 * counting the sitting that goes on.
 */
async function planSeen(
  store: Store,
  request: Request,
  { staffId, now }: { readonly staffId: string; readonly now: number },
): Promise<PlanRecord | null> {
  if (request.approvals.length === 0 && request.approvers.length > 0) {
    const approval = await store.requests.lastApproval(request.id)
    return approval === null ? null : store.erasure.planWithHash(request.id, approval.planHash, approval.at)
  }
  const { caseCode } = request
  const before = await store.requests.lastOpened(caseCode, staffId, now - openCaseMs)
  const at = before ?? (await store.requests.lastOpened(caseCode, staffId))
  return at === null ? null : store.erasure.planAt(request.id, at)
}

function changePhrase(change: PlanChange): Changes[number] {
  switch (change.change) {
    case 'line_added':
      return { key: 'line_added', params: { place: change.place, to: change.to } }
    case 'line_removed':
      return { key: 'line_removed', params: { place: change.place, from: change.from } }
    case 'line_changed':
      return { key: 'line_changed', params: { place: change.place, from: change.from, to: change.to } }
    case 'reason_changed':
    case 'way_changed':
      return { key: change.change, params: { place: change.place } }
    case 'mark_added':
    case 'mark_removed':
      return { key: change.change, params: { people: change.people, of: change.of } }
    case 'otherwise':
      return { key: 'otherwise' }
  }
}
