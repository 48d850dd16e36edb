import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Request } from '#domain/request/request.ts'
import type { CopyLinkRecord } from '../ports/copy-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/** The secret of a link, as it stands in an address. */
const CopyToken = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{32}$/)

/** What every verb that is asked by a link takes. */
export const ByLink = z.object({ token: z.string().max(64) })

/** The secret of a link as it is looked up: only this is stored. */
export const copyTokenSha256 = (token: string): Uint8Array => new Uint8Array(createHash('sha256').update(token).digest())

/** A link to its copy opens: it was sent, nothing lies over the case, and its days are not over. */
export const isToBeFetched = (request: Request, now: number): boolean =>
  request.kind === 'access' && request.state === 'executing' && request.copySentAt !== null &&
  request.pauses.length === 0 && now < request.clock.at

/**
 * What a link leads to while its copy can be fetched; null for one that never was, that another took the place of, that
 * is past its date, and whose case is over or was said not to be the person's: they look alike.
 */
export async function copyBehind(
  store: Store,
  token: string,
  now: number,
): Promise<{ link: CopyLinkRecord; stored: StoredRequest } | null> {
  const link = CopyToken.safeParse(token).success ? await store.copies.byToken(copyTokenSha256(token)) : null
  if (link === null) return null
  const { requestId } = link
  const [stored, links] = await Promise.all([store.requests.byId(requestId), store.copies.ofRequest(requestId)])
  if (stored === null || links[0]?.id !== link.id || !isToBeFetched(stored.request, now)) return null
  return { link, stored }
}
