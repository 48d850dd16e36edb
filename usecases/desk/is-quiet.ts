import { pauseOf } from '#domain/request/pause.ts'
import { parkReason, type Request } from '#domain/request/request.ts'

/** Parked for a caller whom somebody else is steering: the agent's screen shows it as submitted (domain book §5.2). */
export const isQuiet = (request: Request): boolean => parkReason(request) === 'under_pressure'

/** It was parked so since then: in a call that began at that moment, whoever is steering may still be looking on. */
export function isQuietSince(request: Request, startedAt: number): boolean {
  const parked = pauseOf(request, 'parked')
  return parked !== null && isQuiet(request) && parked.since >= startedAt
}
