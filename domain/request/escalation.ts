/** Clocks that nobody answered and that are put before somebody else. They move no state. */

import { pauseOf } from './pause.ts'
import type { EscalationCode, Request } from './request.ts'
import type { RequestSettings } from './settings.ts'
import { isFinal } from './states.ts'

/** When each clock that may be escalated comes due, said already or not. */
export function escalationTimes(request: Request, settings: RequestSettings): [EscalationCode, number][] {
  const times: [EscalationCode, number][] = []
  if (request.errorFinding) times.push(['finding', request.errorFinding.at + settings.incidentMs])
  if (isFinal(request.state)) return times
  const undecided = request.state === 'awaiting_approval' || request.state === 'returned'
  if (undecided) times.push(['decide_by', request.decideBy - settings.escalateBeforeMs])
  if (request.state === 'needs_attention' && request.pauses.length === 0) times.push(['attention', request.clock.at])
  const parked = pauseOf(request, 'parked')
  if (parked) times.push(['parked', parked.since + settings.parkEscalateMs])
  const onHold = pauseOf(request, 'on_hold')
  if (onHold) times.push(['hold_review', Math.min(...onHold.holds.map((h) => h.reviewOn))])
  const disputed = pauseOf(request, 'disputed')
  if (disputed) times.push(['dispute', disputed.until])
  return times
}

/** Every escalation whose time has come, said already or not. */
export function escalationsDue(request: Request, at: number, settings: RequestSettings): EscalationCode[] {
  return escalationTimes(request, settings).filter(([, due]) => at >= due).map(([of]) => of)
}

/** It was put forward since its clock began. */
export function wasEscalated(request: Request, of: EscalationCode): boolean {
  return request.escalated.some((e) => e.of === of)
}

/** Forgets that it was said, so that the next review date or dispute is put forward anew. */
export function forgetEscalation(request: Request, of: EscalationCode): Request {
  return { ...request, escalated: request.escalated.filter((e) => e.of !== of) }
}
