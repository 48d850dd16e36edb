import type { Store } from '../ports/store.ts'
import type { PhraseOf } from '../views/phrase-book.ts'

/** By what contact the people of a case said by a link that they asked for it; null where none did. */
export async function verifiedByLink(store: Store, requestId: string): Promise<PhraseOf<'assuranceBy'> | null> {
  const link = (await store.links.ofRequest(requestId)).find(({ outcome }) => outcome === 'confirmed')
  if (link === undefined) return null
  const message = await store.notifications.get(link.id)
  return { key: 'one_time_link', params: { field: message?.channel === 'sms' ? 'phone' : 'email' } }
}
