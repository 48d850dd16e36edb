/** How long a case is kept, and what stays of it afterwards (domain book §6, end). */

import type { Request } from './request.ts'
import { isFinal } from './states.ts'

/**
 * Since when nothing of it is to come, epoch ms: the months for which it is kept count from here. Null while it is
 * unfinished, while something of it still waits for its date or its hold, and while a second person has to confirm that
 * it was carried out in error.
 */
export function settledAt(request: Request): number | null {
  const { state, since, endedAt, outcome, errorFinding, erasedInError } = request
  if (!isFinal(state)) return null
  // Of what was carried out in error no retained step runs any more.
  if (erasedInError !== null) return Math.max(since, erasedInError.at)
  if (errorFinding !== null || (outcome?.rest ?? []).length > 0) return null
  return Math.max(since, endedAt ?? since)
}

/**
 * Whether somebody is known by this case for good: who was erased by its receipt, who was marked by its entry. They can
 * still object to it and have it corrected, so what it did, for whom and who took part stays; codes, ids and times.
 */
export const isKnownForGood = ({ kind, state }: Request): boolean =>
  state === 'completed' && (kind === 'deletion' || kind === 'ineligibility')

/** What stays of a case when its months are over. The call or letter that it came from goes with them. */
export const leftOf = (request: Request): Request =>
  isKnownForGood(request) ? { ...request, source: { ...request.source, ref: null } } : withoutPeople(request)

/** What stays of any other case: that there was one, what it was, and how and when it ended. Nobody is in it. */
const withoutPeople = (request: Request): Request => ({
  ...request,
  about: null,
  subjects: [],
  source: { ...request.source, ref: null },
  // The operator's app may still ask for what it sent; of staff nobody stays.
  openedBy: request.openedBy.type === 'staff' ? { type: 'system' } : request.openedBy,
  pauses: [],
  told: null,
  parts: [],
  marks: [],
  approvals: [],
  approvers: [],
  returnedTo: null,
  frozen: null,
  accessGrace: {},
  attention: [],
  proposals: [],
  restRunning: null,
  errorFinding: null,
  escalated: [],
  outcome: request.outcome === null ? null : { ...request.outcome, rest: [] },
  rejection: request.rejection === null ? null : { ...request.rejection, textRef: null },
})
