import { zoneOf, anywhere } from '#domain/law/jurisdiction.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { shownPause } from '#domain/request/pause.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { scopeRef } from '../present/service-ref.ts'
import type { ApprovalsView, QueueItemView } from '../views/approvals.ts'
import type { ChannelCode } from '../views/request-words.ts'
import { lockOf, type DeciderQuestion } from './decider-lock.ts'
import { findingsDue } from './findings.ts'

/** How many cases a screen lists before it is asked for more, and most that it ever lists. */
export const listedFirst = 50
export const mostListed = 500

/** Most contested cases that are looked at. */
const mostContested = 200

type Listed = Pick<ApprovalsView, 'mine' | 'today' | 'late' | 'items' | 'waiting' | 'contested'>

/**
 * The queue by `decide_by`, or of it what is contested by its own clock, with what this human may not decide and who
 * can. However many wait, the work is that of the cases that are listed.
 */
export async function queueItems(
  question: DeciderQuestion,
  { only, show }: { readonly only: ApprovalsView['only']; readonly show: number },
): Promise<Listed> {
  const { store, now } = question
  const contested = await contestedCases(store)
  const queue = only === 'contested' ? null : await store.requests.queue(show)
  const listed = queue === null ? contested.slice(0, show) : queue.first.map(byDecision)
  const items: QueueItemView[] = []
  let today = 0
  let late = 0
  for (const { stored, clock } of listed) {
    const { request, origin } = stored
    const unapproved = isDisputed(stored) || request.state === 'completed'
    const notYours = await lockOf(question, request, { unapproved })
    if (notYours === null && isToday(clock, stored, now)) today += 1
    if (notYours === null && clock <= now) late += 1
    items.push({
      caseCode: request.caseCode,
      kind: request.kind,
      channel: origin.channel as ChannelCode,
      service: scopeRef(request.scope),
      decideBy: clock,
      opens: request.state === 'needs_attention' || isDisputed(stored) || isParked(stored) ? 'case' : 'decision',
      openedBy: request.openedBy.type === 'staff' ? request.openedBy.human : null,
      note: noteOf(stored, now),
      notYours,
    })
  }
  const mine = items.filter((item) => item.notYours === null).length
  return { mine, today, late, items, waiting: queue?.total ?? contested.length, contested: contested.length }
}

interface Clocked {
  readonly stored: StoredRequest
  /** By when it is dealt with, epoch ms. */
  readonly clock: number
}

const byDecision = (stored: StoredRequest): Clocked => ({ stored, clock: stored.decideBy ?? stored.request.openedAt })

/** Disputes with their 72 hours, objections, and what was upheld too late and two have to find an error. */
async function contestedCases(store: Store): Promise<Clocked[]> {
  const waiting = (await store.requests.contested(mostContested)).map((stored) => ({
    stored, clock: stored.turnAt ?? stored.request.openedAt,
  }))
  const late = (await findingsDue(store, mostContested)).map(({ stored, until }) => ({ stored, clock: until }))
  const known = new Set(waiting.map(({ stored }) => stored.request.id))
  const also = late.filter(({ stored }) => !known.has(stored.request.id))
  return [...waiting, ...also].toSorted((a, b) => a.clock - b.clock)
}

const isDisputed = ({ request }: StoredRequest): boolean => request.pauses.some((pause) => pause.kind === 'disputed')

/** Parked too long: what is left to do stands on the case's page. */
const isParked = ({ request }: StoredRequest): boolean => request.pauses.some((pause) => pause.kind === 'parked')

function isToday(by: number, { origin }: StoredRequest, now: number): boolean {
  const zone = zoneOf(origin.jurisdiction ?? anywhere)
  return by <= now || localDateOf(by, zone) === localDateOf(now, zone)
}

/** The one fact about a case that decides whether it is looked at first. */
function noteOf({ request, objectionUpheld }: StoredRequest, now: number): QueueItemView['note'] {
  if (request.errorFinding !== null) return { key: 'second_finding', params: { by: request.errorFinding.human } }
  if (request.state === 'completed' && objectionUpheld) return { key: 'objection_upheld_late' }
  const pause = shownPause(request)
  if (pause !== null) return { key: 'paused', params: { pause: pause.kind } }
  if (request.state === 'needs_attention') return { key: 'needs_attention' }
  if (now > request.dueAt) return { key: 'overdue' }
  if (request.returnUnanswered) return { key: 'came_back' }
  const answered = request.parts.findLast((part) => part.part === 'answered_return')
  if (answered !== undefined) return { key: 'answered', params: { by: answered.human } }
  if (request.kind === 'ineligibility_correction' && request.approvals.length === 1) return { key: 'second_supervisor' }
  if (request.approvers.length > 0 && request.approvals.length === 0) return { key: 'plan_changed' }
  if (request.escalated.some((one) => one.of === 'decide_by')) return { key: 'escalated' }
  return request.source.type === 'app' ? { key: 'from_app' } : null
}
