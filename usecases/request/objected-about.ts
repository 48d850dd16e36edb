import type { Request } from '#domain/request/request.ts'
import type { Store } from '../ports/store.ts'

/**
 * The decision that an objection is against in the end: one against the answer to another objection is against what
 * that one was about, and what is upheld is upheld there.
 *
 * @param about a request's id
 */
export async function decisionBehind(store: Store, about: string): Promise<string> {
  const request = (await store.requests.byId(about))?.request
  return request?.kind === 'objection' && request.about !== null ? decisionBehind(store, request.about) : about
}

/** What an objection is about, where that is a request. */
export async function aboutRequestOf(store: Store, { kind, about }: Pick<Request, 'kind' | 'about'>): Promise<Request | null> {
  return kind !== 'objection' || about === null ? null : ((await store.requests.byId(about))?.request ?? null)
}
