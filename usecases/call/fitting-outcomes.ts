import type { CallOutcome } from '../views/desk.ts'

/** How every call may end. */
const always: readonly CallOutcome[] = ['question_answered', 'not_verified', 'not_found', 'call_dropped', 'wrong_number']

/**
 * The outcomes that fit what happened in a call. A request or a promise without a case behind it would be an outcome
 * that nobody can find again.
 */
export const fittingOutcomes = (requests: number): CallOutcome[] =>
  requests === 0 ? [...always] : ['request_opened', 'promised_call', ...always]
