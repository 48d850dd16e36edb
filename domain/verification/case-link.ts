import { isMarkKind } from '#domain/request/kinds.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { Request } from '#domain/request/request.ts'

/** Why a one-time link can not verify the person of a case, by where it stands. */
export type CaseLinkObstacle = 'not_waiting' | 'paused' | 'never_in_writing'

/**
 * Whether a case waits for its person to say, by a link to a contact on file, that it is theirs (domain book §5.2,
 * *submit once verified*); null where it does. Somebody under pressure is never asked in writing: a message reaches
 * whoever opens the post. What is parked for another reason is reached by it.
 */
export function caseLinkObstacle(request: Pick<Request, 'kind' | 'state' | 'pauses' | 'subjects'>): CaseLinkObstacle | null {
  const known = request.subjects.length > 0 && request.subjects.every((one) => one.known === 'on_file')
  if (request.state !== 'awaiting_verification' || isMarkKind(request.kind) || !known) return 'not_waiting'
  if (request.pauses.some((pause) => pause.kind !== 'parked')) return 'paused'
  return pauseOf(request, 'parked')?.reason === 'under_pressure' ? 'never_in_writing' : null
}
