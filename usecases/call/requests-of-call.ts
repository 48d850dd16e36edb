import { pauseOf } from '#domain/request/pause.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import type { CallRecord } from '../ports/call-store.ts'
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

/** Requests from elsewhere that waited for somebody who was verified in this call: to be called, or to be verified. */
export async function waitingInCall(
  store: Store,
  call: Pick<CallRecord, 'id' | 'startedAt'>,
): Promise<StoredRequest[]> {
  const verified = (await store.calls.grants(call.id)).filter(({ level }) => level >= 2)
  const all = await Promise.all(verified.map(({ subjectId }) => store.requests.ofSubject(subjectId)))
  const waiting = all.flat().filter(({ request, origin }) => {
    if (origin.callId === call.id || request.openedAt > call.startedAt) return false
    const unverified = request.state === 'awaiting_verification' && request.pauses.length === 0
    return unverified || (pauseOf(request, 'parked') !== null && isBeforeExecuting(request.state))
  })
  return [...new Map(waiting.map((stored) => [stored.request.id, stored])).values()]
}
