/** Whose turn it is, until when, and by which clock: for every state, and for the pauses over it. */

import { humanOf } from './actor.ts'
import { shownPause, type OnHold, type Pause } from './pause.ts'
import type { Request } from './request.ts'
import type { RequestSettings } from './settings.ts'
import { readingUntil } from './telling.ts'
import { isFinal, stateTurns, type ClockCode, type TurnRole } from './states.ts'

export interface Turn {
  role: TurnRole
  /** The named human whose list it is on, where there is one. */
  who: string | null
  /** Epoch milliseconds; in the past when somebody is late. */
  at: number
  clock: ClockCode
}

function firstReview(pause: OnHold): number {
  return Math.min(...pause.holds.map((h) => h.reviewOn))
}

function pauseTurn(pause: Pause, now: number, settings: RequestSettings): Turn {
  switch (pause.kind) {
    case 'disputed':
      return { role: 'supervisor', who: null, at: pause.until, clock: 'dispute' }
    case 'on_hold':
      return { role: 'supervisor', who: null, at: firstReview(pause), clock: 'hold_review' }
    case 'parked': {
      const escalates = pause.since + settings.parkEscalateMs
      if (now >= escalates) return { role: 'supervisor', who: null, at: escalates, clock: 'parked_too_long' }
      const read = readingUntil({ pauses: [pause] }, settings)
      if (read !== null) return { role: 'person', who: null, at: read, clock: 'reading' }
      return { role: 'agent', who: null, at: Math.min(pause.promisedAt, escalates), clock: 'promised_call' }
    }
  }
}

function ended(request: Request, settings: RequestSettings): Turn {
  if (request.errorFinding) {
    const at = request.errorFinding.at + settings.incidentMs
    return { role: 'supervisor', who: null, at, clock: 'second_finding' }
  }
  if (request.waiting) return waitingTurn(request.waiting)
  const dates = (request.outcome?.rest ?? []).flatMap((r) => (r.holdRef === null && r.until !== null ? [r.until] : []))
  if (dates.length > 0) return { role: 'system', who: null, at: Math.min(...dates), clock: 'rest' }
  return { role: 'nobody', who: null, at: request.endedAt ?? request.since, clock: 'ended' }
}

function waitingTurn(waiting: NonNullable<Request['waiting']>): Turn {
  return waiting.code === 'hold'
    ? { role: 'supervisor', who: null, at: waiting.until, clock: 'waiting_hold' }
    : { role: 'person', who: null, at: waiting.until, clock: 'waiting_access' }
}

/** Every reachable state has a role and a clock: a request never disappears (invariant 6). */
export function turnOf(request: Request, now: number, settings: RequestSettings): Turn {
  const pause = shownPause(request)
  if (pause) return pauseTurn(pause, now, settings)
  if (isFinal(request.state)) return ended(request, settings)
  if (request.waiting) return waitingTurn(request.waiting)
  const { role } = stateTurns[request.state]
  const { at, code } = request.clock
  switch (request.state) {
    case 'open':
      return { role, who: humanOf(request.openedBy), at, clock: code }
    case 'returned':
      return { role, who: request.returnedTo, at, clock: code }
    case 'executing':
      return { role: code === 'collect' ? 'person' : role, who: null, at, clock: code }
    default:
      return { role, who: null, at, clock: code }
  }
}
