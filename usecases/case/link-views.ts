import type { Actor } from '../actor.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Lock } from '../views/phrase.ts'
import type { CaseLinkView } from '../views/case.ts'
import type { QueryContext } from '../query.ts'
import { linkPlaces } from '../verification/case-link.ts'

type Context = Pick<QueryContext<unknown>, 'store' | 'secrets' | 'channels' | 'now'> & { readonly actor: Actor }

/** The one-time links that went out about a case, newest first: where to, and how each fared. Nothing of a person. */
export async function linkViews({ store, secrets, now }: Context, requestId: string): Promise<CaseLinkView[]> {
  const links = await store.links.ofRequest(requestId)
  const demo = links.length > 0 && (await store.settings.meta('demo')) === 'yes'
  const views = await Promise.all(links.map(async (link): Promise<CaseLinkView | null> => {
    const message = await store.notifications.get(link.id)
    if (message === null || link.outcome === 'superseded') return null
    const waits = link.outcome === 'pending' && link.expiresAt > now
    const lost = message.state === 'failed' || message.state === 'bounced'
    return {
      field: message.channel === 'sms' ? 'phone' : 'email',
      sentAt: link.sentAt,
      until: link.expiresAt,
      at: link.endedAt,
      stands: link.outcome === 'pending' ? (lost ? 'undelivered' : waits ? 'waiting' : 'over') : link.outcome,
      outbox: demo && waits ? `/confirm/${secrets.readingToken(link.id)}` : null,
    }
  }))
  return views.filter((view) => view !== null)
}

/** What opens "send a link" for this agent; undefined where none is for this case as it stands. */
export async function linkLock(context: Context, stored: StoredRequest): Promise<Lock | null | undefined> {
  const { actor } = context
  if (actor.type !== 'staff' || actor.role !== 'agent') return undefined
  const { absent, lock, places } = await linkPlaces(context, stored)
  return absent || (lock === null && places.length === 0) ? undefined : lock
}
