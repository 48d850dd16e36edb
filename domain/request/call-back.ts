/** Which cases ask for a call of ours to the contact on file (domain book §5.2, parked; §5.4). */

import { isMarkKind } from './kinds.ts'
import { pauseOf } from './pause.ts'
import type { Request } from './request.ts'
import { isBeforeExecuting } from './states.ts'

/** What a case says of itself here. */
export type CalledAbout = Pick<
  Request, 'kind' | 'state' | 'pauses' | 'subjects' | 'source' | 'promisedCallAt' | 'callEndedAt'
>

/**
 * Why the person of this case is to be called: it is parked for that, or it waits for them and a letter, a visit or a
 * promise asked for the call. Null where nothing asks: then no number is shown to anybody.
 */
export function asksForCallBack(request: CalledAbout): 'parked' | 'waiting' | null {
  if (!isBeforeExecuting(request.state) || !request.subjects.some((one) => one.known === 'on_file')) return null
  const parked = pauseOf(request, 'parked')
  // Nobody calls while there is time to read what was written.
  if (parked !== null) return parked.inWritingAt === null || parked.reason === 'under_pressure' ? 'parked' : null
  if (request.pauses.length > 0 || isMarkKind(request.kind)) return null
  // In a call that goes on the person is on the line.
  const left = request.state === 'awaiting_verification' || (request.state === 'open' && request.callEndedAt !== null)
  return left && (request.source.type === 'intake' || request.promisedCallAt !== null) ? 'waiting' : null
}
