/** Clocks that nobody answered and that are put before somebody else. They move no state. */

import { pauseOf } from './pause.ts'
import type { EscalationCode, Request } from './request.ts'
import type { RequestSettings } from './settings.ts'
import { isFinal } from './states.ts'

/** Every escalation whose time has come, said already or not. */
export function escalationsDue(request: Request, at: number, settings: RequestSettings): EscalationCode[] {
  const due: EscalationCode[] = []
  if (request.errorFinding && at >= request.errorFinding.at + settings.incidentMs) due.push('finding')
  if (isFinal(request.state)) return due
  const undecided = request.state === 'awaiting_approval' || request.state === 'returned'
  if (undecided && at >= request.decideBy - settings.escalateBeforeMs) due.push('decide_by')
  if (request.state === 'needs_attention' && request.pauses.length === 0 && at >= request.clock.at) {
    due.push('attention')
  }
  const parked = pauseOf(request, 'parked')
  if (parked && at >= parked.since + settings.parkEscalateMs) due.push('parked')
  const onHold = pauseOf(request, 'on_hold')
  if (onHold && onHold.holds.some((h) => at >= h.reviewOn)) due.push('hold_review')
  const disputed = pauseOf(request, 'disputed')
  if (disputed && at >= disputed.until) due.push('dispute')
  return due
}

export function wasEscalated(request: Request, of: EscalationCode): boolean {
  return request.escalated.some((e) => e.of === of)
}

/** Forgets that it was said, so that the next review date or dispute is put forward anew. */
export function forgetEscalation(request: Request, of: EscalationCode): Request {
  return { ...request, escalated: request.escalated.filter((e) => e.of !== of) }
}
