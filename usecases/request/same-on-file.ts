import { isGiving, type ConsentEvent } from '#domain/consent/consent-event.ts'
import { sameRequest, type Asked } from '#domain/request/same-request.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/** When the desk last heard of a consent of the person, epoch ms; null when never. */
export const lastGivenAt = (events: readonly ConsentEvent[]): number | null =>
  events.reduce<number | null>(
    (last, { state, recordedAt }) => (isGiving(state) ? Math.max(last ?? recordedAt, recordedAt) : last),
    null,
  )

/**
 * The unfinished request on file that is this very one, or null. Of two that file it at once, the second waits here
 * and finds what the first one opened.
 */
export async function sameOnFile(store: Store, asked: Omit<Asked, 'lastGivenAt'>): Promise<StoredRequest | null> {
  const { subjectIds } = asked
  await store.turns.ofSubjects(subjectIds)
  const filed = (await Promise.all(subjectIds.map((id) => store.requests.ofSubject(id)))).flat()
  const consents = (await Promise.all(subjectIds.map((id) => store.consents.events(id)))).flat()
  const others = filed.map(({ request }) => request)
  const same = sameRequest({ ...asked, lastGivenAt: lastGivenAt(consents) }, others)
  return filed.find(({ request }) => request.id === same?.id) ?? null
}
