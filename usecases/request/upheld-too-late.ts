import type { StoredRequest } from '../ports/request-store.ts'

/** Whether an objection to it was upheld too late to mark nobody for it: upheld in time, there is no error to find. */
export const upheldTooLate = ({ request, objectionUpheld }: StoredRequest): boolean =>
  objectionUpheld &&
  !request.marks.some(({ decision }) => decision.mark === 'none' && decision.reason === 'objection_upheld')
