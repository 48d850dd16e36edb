/** What of a request is a decision that its person may hear the reasons of, and object to (domain book §5.3). */

import { pauseOf } from './pause.ts'
import type { Request } from './request.ts'

export const decisionTypes = ['rejected', 'dispute_dismissed', 'objection_answered'] as const
export type DecisionType = (typeof decisionTypes)[number]

/** The decisions that stand in a request, the last one first. */
export function decisionsIn(request: Request): DecisionType[] {
  const found: DecisionType[] = []
  // A mark that staff asked for and nobody made is no decision against anybody.
  if (request.rejection !== null && request.kind !== 'ineligibility') found.push('rejected')
  if (request.answered !== null) found.push('objection_answered')
  if (wasDismissed(request)) found.push('dispute_dismissed')
  return found
}

/** "That was not me" was said, is over, and was not upheld. */
function wasDismissed(request: Request): boolean {
  const { disputes, rejection, errorFinding, erasedInError } = request
  const upheld = errorFinding !== null || erasedInError !== null || rejection?.code === 'fraud'
  return disputes > 0 && pauseOf(request, 'disputed') === null && !upheld
}

/**
 * Whether there is something to object to in it. An answer that upholds an objection takes nothing from anybody, and
 * one that was given to an objection against another answer is the desk's last word: beyond it is the authority.
 *
 * @param about what an objection is about, where that is a request; null for anything else
 */
export function mayBeObjectedTo(request: Request, about: Pick<Request, 'kind'> | null): boolean {
  const decisions = decisionsIn(request)
  if (request.kind !== 'objection') return decisions.length > 0
  return decisions.length > 0 && request.answered?.upheld !== true && about?.kind !== 'objection'
}
