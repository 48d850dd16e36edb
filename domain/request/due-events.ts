/** What the worker has to fire by now: every clock of §5.2 that nobody waits for at a desk. */

import { escalationsDue, escalationTimes, wasEscalated } from './escalation.ts'
import type { RequestEvent } from './events.ts'
import type { Request } from './request.ts'
import type { RequestSettings } from './settings.ts'
import { isFinal } from './states.ts'
import { readFrom } from './telling.ts'

const by = { type: 'system' } as const

function stateEvent(request: Request, at: number): RequestEvent | null {
  if (request.waiting && request.waiting.until > at) return null
  const { state } = request
  if (state === 'executing' && request.waiting) return { type: 'waiting_over', at, by }
  if (at < request.clock.at) return null
  switch (state) {
    case 'open':
      return { type: 'abandoned', at, by }
    case 'awaiting_verification':
      return { type: 'give_up', at, by }
    case 'returned':
      return { type: 'return_unanswered', at, by }
    case 'cooling_off':
      return { type: 'window_over', at, by }
    case 'executing':
      return request.clock.code === 'collect' ? { type: 'not_collected', at, by } : { type: 'task_gave_up', at, by }
    case 'rechecking':
    case 'completed_pending':
      return { type: 'recheck_due', at, by }
    default:
      return null
  }
}

function restEvent(request: Request, at: number): RequestEvent | null {
  if (request.state !== 'completed' || request.erasedInError) return null
  if (request.waiting && request.waiting.until > at) return null
  const came = request.outcome?.rest.some((r) => r.holdRef === null && r.until !== null && r.until <= at)
  return came ? { type: 'rest_due', at, by } : null
}

/**
 * The events whose time has come, in the order in which to fire them, each decided on what the one before left.
 * A refusal (`task_gave_up` while something still runs) is harmless: the next look fires it again. A rest under a
 * hold comes from `hold_lifted`: whoever lifts a hold fires `rest_due` for the completed requests it kept lines of.
 */
export function dueEvents(request: Request, now: number, settings: RequestSettings): RequestEvent[] {
  const events: RequestEvent[] = []
  if (!isFinal(request.state) && request.endedAt === null && request.duePassedAt === null && now >= request.dueAt) {
    events.push({ type: 'due_passed', at: now, by })
  }
  for (const of of escalationsDue(request, now, settings)) {
    if (!wasEscalated(request, of)) events.push({ type: 'escalate', of, at: now, by })
  }
  const read = readFrom(request, settings)
  if (read !== null && now >= read) events.push({ type: 'reading_over', at: now, by })
  const moved = request.pauses.length > 0 ? null : (stateEvent(request, now) ?? restEvent(request, now))
  return moved ? [...events, moved] : events
}

/** States whose own clock the worker answers; the others' clocks wait for a human. */
const workersClocks: readonly Request['state'][] = [
  'open', 'awaiting_verification', 'returned', 'cooling_off', 'executing', 'rechecking', 'completed_pending',
]

function restDates(request: Request): number[] {
  if (request.state !== 'completed' || request.erasedInError) return []
  const dates = request.outcome?.rest.flatMap((r) => (r.holdRef === null && r.until !== null ? [r.until] : [])) ?? []
  return request.waiting ? dates.map((date) => Math.max(date, request.waiting?.until ?? 0)) : dates
}

/** When `dueEvents` next has something to say, epoch milliseconds; null when nothing is left to wait for. */
export function wakeAt(request: Request, settings: RequestSettings): number | null {
  const times: number[] = [...restDates(request)]
  if (!isFinal(request.state) && request.endedAt === null && request.duePassedAt === null) times.push(request.dueAt)
  for (const [of, at] of escalationTimes(request, settings)) if (!wasEscalated(request, of)) times.push(at)
  const read = readFrom(request, settings)
  if (read !== null) times.push(read)
  if (request.pauses.length === 0 && workersClocks.includes(request.state)) {
    const { waiting, clock, state } = request
    times.push(!waiting ? clock.at : state === 'executing' ? waiting.until : Math.max(clock.at, waiting.until))
  }
  return times.length === 0 ? null : Math.min(...times)
}
