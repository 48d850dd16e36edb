import type { RequestKind } from '#domain/request/kinds.ts'
import { pauseOf } from '#domain/request/pause.ts'
import { parkReason, type Request } from '#domain/request/request.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import type { RequestState } from '#domain/request/states.ts'
import type { StoredRequest } from '../ports/request-store.ts'

/** Parked for a caller whom somebody else is steering: the agent's screen shows it as submitted (domain book §5.2). */
export const isQuiet = (request: Request): boolean => parkReason(request) === 'under_pressure'

/** The state that a request of its kind is in once it is submitted: what a quiet one shows, so that none looks odd. */
export const looksLike = (kind: RequestKind, { approvalNotNeeded }: Pick<RequestSettings, 'approvalNotNeeded'>): RequestState =>
  kind !== 'deletion' && approvalNotNeeded.includes(kind) ? 'executing' : 'awaiting_approval'

/** It was parked so since then: in a call that began at that moment, whoever is steering may still be looking on. */
export function isQuietSince(request: Request, startedAt: number): boolean {
  const parked = pauseOf(request, 'parked')
  return parked !== null && isQuiet(request) && parked.since >= startedAt
}

/** Parked in the very call that goes on: whoever is steering the caller may be looking on (domain book §5.2). */
export const isLookedOn = (
  { request, origin }: Pick<StoredRequest, 'request' | 'origin'>, call: { readonly id: string; readonly startedAt: number },
): boolean => isQuiet(request) && (origin.callId === call.id || isQuietSince(request, call.startedAt))

/** Opened and not submitted: what a system did not answer for, or what the line broke off before. */
export const isTakenDown = ({ state, pauses }: Request): boolean => state === 'open' && pauses.length === 0
