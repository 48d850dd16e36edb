import { caseLinkObstacle } from '#domain/verification/case-link.ts'
import { pauseOf } from '#domain/request/pause.ts'
import { isFinal } from '#domain/request/states.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { OneTimeLinkRecord } from '../ports/link-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { tokenSha256 } from '../telling/add-reading-link.ts'
import { ReadingToken } from '../telling/read-telling.ts'

/** What a link that still counts is about. */
export type LinkBehind =
  | { readonly about: 'call'; readonly link: OneTimeLinkRecord; readonly verificationId: string; readonly call: CallRecord }
  | {
      readonly about: 'case'
      readonly link: OneTimeLinkRecord
      readonly stored: StoredRequest
      /** It still waits for its person; else all that is left to say is that they did not ask. */
      readonly waits: boolean
    }

/**
 * What the secret of a link leads to while it counts; null for one that never was, was used, ran out, was followed by a
 * newer one, or whose call or case is over: they look alike.
 */
export async function linkBehind(store: Store, token: string, now: number): Promise<LinkBehind | null> {
  const link = ReadingToken.safeParse(token).success ? await store.links.byToken(tokenSha256(token)) : null
  if (link === null || link.outcome !== 'pending' || link.expiresAt <= now) return null
  if (link.requestId !== null) return caseBehind(store, link, link.requestId)
  const verification = link.verificationId === null ? null : await store.calls.verification(link.verificationId)
  if (verification?.outcome !== 'pending') return null
  const call = await store.calls.get(verification.callId)
  if (call === null || call.endedAt !== null || call.wrappedUpAt !== null) return null
  return { about: 'call', link, verificationId: verification.id, call }
}

async function caseBehind(store: Store, link: OneTimeLinkRecord, requestId: string): Promise<LinkBehind | null> {
  const stored = await store.requests.byId(requestId)
  if (stored === null || isFinal(stored.request.state) || pauseOf(stored.request, 'disputed') !== null) return null
  return { about: 'case', link, stored, waits: caseLinkObstacle(stored.request) === null }
}
