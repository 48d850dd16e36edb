import { zoneOf, anywhere } from '#domain/law/jurisdiction.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { shownPause } from '#domain/request/pause.ts'
import type { RequestLine, StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { serviceRef } from '../present/service-ref.ts'
import type { ApprovalsView, QueueItemView } from '../views/approvals.ts'
import type { ChannelCode } from '../views/request-words.ts'
import { lockOf, type DeciderQuestion } from './decider-lock.ts'
import { findingsDue } from './findings.ts'

/** Most cases that one screen lists; whoever has more to decide sees the most urgent. */
const mostShown = 200

type Listed = Pick<ApprovalsView, 'mine' | 'today' | 'items' | 'contested'>

/**
 * The queue by `decide_by`, or of it what is contested by its own clock, with what this human may not decide and who
 * can.
 */
export async function queueItems(question: DeciderQuestion, only: ApprovalsView['only']): Promise<Listed> {
  const { store, now } = question
  const contested = await contestedLines(store)
  const lines = only === 'contested' ? contested : (await store.requests.queue(mostShown)).map(byDecision)
  const items: QueueItemView[] = []
  let today = 0
  for (const { line, clock } of lines) {
    const stored = await store.requests.byId(line.id)
    if (stored === null) continue
    const unapproved = isDisputed(stored) || stored.request.state === 'completed'
    const notYours = await lockOf(question, stored.request, { unapproved })
    if (notYours === null && isToday(clock, stored, now)) today += 1
    items.push({
      caseCode: line.caseCode,
      kind: line.kind,
      channel: line.channel as ChannelCode,
      service: line.service === null ? null : serviceRef(line.service),
      decideBy: clock,
      opens: stored.request.state === 'needs_attention' || isDisputed(stored) ? 'case' : 'decision',
      openedBy: stored.request.openedBy.type === 'staff' ? stored.request.openedBy.human : null,
      note: noteOf(stored, now),
      notYours,
    })
  }
  return { mine: items.filter((item) => item.notYours === null).length, today, items, contested: contested.length }
}

interface Clocked {
  readonly line: Pick<RequestLine, 'id' | 'caseCode' | 'kind' | 'channel' | 'service'>
  /** By when it is dealt with, epoch ms. */
  readonly clock: number
}

const byDecision = (line: RequestLine): Clocked => ({ line, clock: line.decideBy ?? line.openedAt })

/** Disputes with their 72 hours, objections, and what was upheld too late and two have to find an error. */
async function contestedLines(store: Store): Promise<Clocked[]> {
  const lines = await store.requests.contested(mostShown)
  const waiting = lines.map((line) => ({ line, clock: line.turnAt ?? line.openedAt }))
  const late = (await findingsDue(store, mostShown)).map(({ stored: { request, origin }, until }) => ({
    line: {
      id: request.id, caseCode: request.caseCode, kind: request.kind, channel: origin.channel,
      service: request.scope.scope === 'service' ? request.scope.service : null,
    },
    clock: until,
  }))
  const known = new Set(waiting.map(({ line }) => line.id))
  return [...waiting, ...late.filter(({ line }) => !known.has(line.id))].toSorted((a, b) => a.clock - b.clock)
}

const isDisputed = ({ request }: StoredRequest): boolean => request.pauses.some((pause) => pause.kind === 'disputed')

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
