import type { Store } from '../ports/store.ts'
import type { StoredRequest } from '../ports/request-store.ts'

/** The requests that were opened in a call, newest first. */
export async function requestsOfCall(store: Store, callId: string): Promise<StoredRequest[]> {
  const grants = await store.calls.grants(callId)
  const all = await Promise.all(grants.map(({ subjectId }) => store.requests.ofSubject(subjectId)))
  const own = all.flat().filter(({ origin }) => origin.callId === callId)
  const once = new Map(own.map((stored) => [stored.request.id, stored]))
  return [...once.values()].toSorted((a, b) => b.request.openedAt - a.request.openedAt)
}
