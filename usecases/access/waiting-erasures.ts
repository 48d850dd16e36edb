import { isErasing, overlap } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/** Unfinished requests of the same people and data that this kind of other keeps waiting, or is kept waiting by. */
async function besides(store: Store, request: Request, fits: (other: Request) => boolean): Promise<StoredRequest[]> {
  const all = await Promise.all(request.subjects.map(({ subjectId }) => store.requests.ofSubject(subjectId)))
  const found = new Map(all.flat().map((stored) => [stored.request.id, stored]))
  return [...found.values()].filter(
    ({ request: other }) => !isFinal(other.state) && overlap(other.scope, request.scope) && fits(other),
  )
}

/** Unfinished erasures of what an access asks a copy of: none destroys anything before the copy (domain book §4, 3). */
export async function erasuresWaitingFor(store: Store, access: Request): Promise<StoredRequest[]> {
  if (isFinal(access.state)) return []
  return besides(store, access, ({ kind }) => isErasing(kind))
}

/** Unfinished access requests for what an erasure would destroy, released or not. */
export async function accessesBefore(store: Store, erasure: Request): Promise<StoredRequest[]> {
  if (!isErasing(erasure.kind) || isFinal(erasure.state)) return []
  return besides(store, erasure, ({ kind }) => kind === 'access')
}

/**
 * An access was released or is over: whatever waited for it is looked at now, with its plan made anew where it has not
 * begun, instead of when its days would have been over.
 */
export async function wakeErasures(store: Store, access: Request, now: number): Promise<void> {
  const all = await Promise.all(access.subjects.map(({ subjectId }) => store.requests.ofSubject(subjectId)))
  const waiting = new Map(all.flat().map((stored) => [stored.request.id, stored]))
  for (const { request, decideBy } of waiting.values()) {
    const { waiting: waits } = request
    if (isFinal(request.state) || waits?.code !== 'access_open' || request.accessGrace[access.id] === undefined) continue
    await store.requests.save({ ...request, waiting: { ...waits, until: Math.min(waits.until, now) } }, decideBy)
  }
}
