import type { JobRequest } from '../event.ts'

/**
 * The job that follows a `ConsentWithdrawn` for a purpose that a service rests on: it opens the deregistration by
 * itself (domain book §5.3). Once for each event, however often the event is sent.
 */
export const withdrawalArrived = (arrived: { subjectId: string; purpose: string; eventId: string }): JobRequest => ({
  kind: 'consent.withdrawal_arrived',
  key: `consent.withdrawal_arrived:${arrived.eventId}`,
  payload: { subject: arrived.subjectId, purpose: arrived.purpose, event: arrived.eventId },
})
