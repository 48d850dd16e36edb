/** Which words fit a case: one event is told differently to whoever asked, and to whom others asked it about. */

import type { NoticeTemplate } from './effects.ts'
import type { RejectionCode } from './explain.ts'
import type { Outcome, Request } from './request.ts'

type Of = Pick<Request, 'askedByPerson'>

/** A mark or a correction that staff asked for was not made in the person's name. */
export const submittedNotice = ({ askedByPerson }: Of): NoticeTemplate => (askedByPerson ? 'submitted' : 'asked_by_us')

/** Without a window nobody can still change their mind. `startsAt` and `at` are epoch ms. */
export const approvedNotice = (startsAt: number, at: number): NoticeTemplate =>
  startsAt > at ? 'approved_window_runs' : 'approved_starts_now'

export const cancelledNotice = ({ askedByPerson }: Of): NoticeTemplate => (askedByPerson ? 'cancelled' : 'dropped_by_us')

/** Whoever a thief spoke for is not told that "their" request was refused. */
export function rejectedNotice(request: Pick<Request, 'askedByPerson' | 'verifiedAt'>, code: RejectionCode): NoticeTemplate {
  if (code === 'no_data_found') return 'no_data_found'
  if (code === 'identity_not_verified' && request.verifiedAt === null) return 'not_verified_how_to_go_on'
  if (!request.askedByPerson) return 'dropped_by_us'
  return code === 'fraud' || code === 'not_the_subject' ? 'not_yours_stopped' : 'rejected'
}

/** @param again a dated rest of it ran: the person was told of the first end already */
export function completedNotice(request: Of, result: Outcome['result'], again = false): NoticeTemplate {
  if (result === 'answered') return 'answered'
  if (!request.askedByPerson) return 'done_by_us'
  if (result === 'retained') return 'completed_retained'
  return again ? 'rest_erased' : 'completed'
}
