import type { CallOutcome } from '../views/desk.ts'

/** How every call may end. */
const always: readonly CallOutcome[] = ['question_answered', 'not_verified', 'not_found', 'call_dropped', 'wrong_number']

/** The cases that a call had to do with. */
export interface CasesOfCall {
  /** How many were opened in it. */
  readonly opened: number
  /** How many waited already for somebody who was verified in it. */
  readonly waiting: number
}

/**
 * The outcomes that fit what happened in a call. A request or a promise without a case behind it would be an outcome
 * that nobody can find again.
 */
export function fittingOutcomes({ opened, waiting }: CasesOfCall): CallOutcome[] {
  const outcomes: CallOutcome[] = opened > 0 ? ['request_opened'] : []
  return [...outcomes, ...(opened + waiting > 0 ? (['promised_call'] as const) : []), ...always]
}
