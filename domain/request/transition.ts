/** Entering a state: its clock starts, and what belonged to the state before is put away. */

import type { Request } from './request.ts'
import type { RequestSettings } from './settings.ts'
import { isFinal, type ClockCode, type RequestState } from './states.ts'

function clockOf(
  request: Request,
  state: RequestState,
  at: number,
  settings: RequestSettings,
): { code: ClockCode; at: number } {
  switch (state) {
    case 'open':
      return { code: 'abandon', at: at + settings.abandonAfterMs }
    case 'awaiting_verification':
      return { code: 'give_up', at: at + settings.giveUpAfterMs }
    case 'awaiting_approval':
      return { code: 'decide_by', at: request.decideBy }
    case 'returned':
      return { code: 'answer_return', at: at + settings.answerReturnMs }
    case 'cooling_off':
      // An interrupted window goes on where it was.
      return { code: 'cooling_off', at: at + (request.coolingOffLeftMs ?? settings.coolingOffMs) }
    case 'executing':
      return { code: 'retry_span', at: at + settings.retrySpanMs }
    case 'rechecking':
      return { code: 'recheck', at: at + settings.recheckWithinMs }
    case 'needs_attention':
      return { code: 'attention', at: at + settings.attentionMs }
    case 'completed_pending':
      return { code: 'second_recheck', at: at + settings.secondRecheckMs }
    case 'completed':
    case 'rejected':
    case 'cancelled':
      return { code: 'ended', at }
  }
}

/** The request in its new state. A final state ends every pause. */
export function enter(request: Request, state: RequestState, at: number, settings: RequestSettings): Request {
  const final = isFinal(state)
  return {
    ...request,
    state,
    since: at,
    clock: clockOf(request, state, at, settings),
    waiting: null,
    interruptedMs: final ? null : request.interruptedMs,
    pauses: final ? [] : request.pauses,
    escalated: final ? [] : request.escalated.filter((e) => e.of !== 'decide_by' && e.of !== 'attention'),
    endedAt: final ? (request.endedAt ?? at) : request.endedAt,
  }
}
