/** Every **[C]** figure of domain book §5 that the request machine needs, durations in milliseconds. */

import type { RequestKind } from './kinds.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export interface RequestSettings {
  /**
   * An open request nobody submitted is taken as abandoned, counted from the end of its call or its
   * intake.
   */
  abandonAfterMs: number
  /** Nobody verified the person: rejected as identity_not_verified. */
  giveUpAfterMs: number
  /** A returned request comes back by itself. */
  answerReturnMs: number
  maxReturns: number
  /** Between the approval of a deletion and its execution; 0 is allowed. */
  coolingOffMs: number
  /** How long an open access request may still keep an erasure of the same data waiting (invariant 3). */
  accessGraceMs: number
  /** A consequence told in writing counts after this time, unless the person answered sooner. */
  readingMs: number
  /** Call-backs tried in vain before the consequence is told in writing. */
  parkTries: number
  /** A parked request goes before a supervisor. */
  parkEscalateMs: number
  /** The next try, when nobody promised the person a time. Our own figure: the book names none. */
  callBackMs: number
  /** A dispute is to be resolved. */
  disputeMs: number
  /** An incident of an erasure in error; also how long its second finding may take. */
  incidentMs: number
  /** A supervisor looks at what needs attention. */
  attentionMs: number
  /** How long a failing task is repeated. Our own figure: "a retry span in days". */
  retrySpanMs: number
  /** How long one round of asking again may take before it is asked once more. Our own figure. */
  recheckWithinMs: number
  /** From the first clean re-check to the second. */
  secondRecheckMs: number
  /** When the worker looks again at what an overdue review of a hold keeps waiting. Our own figure. */
  lookAgainMs: number
  /** A copy that nobody fetches ends the access request. */
  collectMs: number
  /** Escalation to deputies begins this long before `decideBy`. */
  escalateBeforeMs: number
  /** Whoever newly got the right to decide waits this long (invariant 2). */
  newDeciderWaitMs: number
  /** A contact changed within so many days asks for level 3 (§5.1). */
  contactChangedDays: number
  /** What an operator's app may vouch for at most (§5.1). */
  clientMaxLevel: 0 | 1 | 2 | 3
  /** Kinds that need no approval while their plan stays within what §5.3 names. */
  approvalNotNeeded: readonly RequestKind[]
}

export const defaultRequestSettings: RequestSettings = {
  abandonAfterMs: 24 * HOUR,
  giveUpAfterMs: 14 * DAY,
  answerReturnMs: 5 * DAY,
  maxReturns: 2,
  coolingOffMs: 7 * DAY,
  accessGraceMs: 7 * DAY,
  readingMs: 3 * DAY,
  parkTries: 3,
  parkEscalateMs: 14 * DAY,
  callBackMs: 24 * HOUR,
  disputeMs: 72 * HOUR,
  incidentMs: 72 * HOUR,
  attentionMs: 72 * HOUR,
  retrySpanMs: 3 * DAY,
  recheckWithinMs: 24 * HOUR,
  secondRecheckMs: 24 * HOUR,
  lookAgainMs: 24 * HOUR,
  collectMs: 30 * DAY,
  escalateBeforeMs: 48 * HOUR,
  newDeciderWaitMs: 24 * HOUR,
  contactChangedDays: 30,
  clientMaxLevel: 2,
  approvalNotNeeded: ['consent_withdrawal', 'access', 'deregistration', 'void_enrolment'],
}
