import type { AssuranceLevel } from '#domain/access/assurance.ts'
import type { CommandContext } from '../command.ts'
import type { CallRecord, GrantRecord } from '../ports/call-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { levelOfGrant } from '../call/level-in.ts'

/** What somebody showed who was erased, as their grants name it. */
export type ErasedProof = 'receipt' | 'document_tag'

/** A deletion, or a mark alone, whose people are gone: while one is on file, they are verified by what is on file. */
export async function isOfErased(store: Store, { request }: StoredRequest): Promise<boolean> {
  const erasesOrMarks = request.kind === 'deletion' || request.kind === 'ineligibility'
  if (!erasesOrMarks || request.subjects.length === 0) return false
  const subjects = await Promise.all(request.subjects.map(({ subjectId }) => store.subjects.get(subjectId)))
  return subjects.every((subject) => subject?.status === 'erased')
}

/**
 * Opens the call for somebody who was erased: a grant on each of their deletions and on whatever else of theirs left a
 * mark, and on each entry of the registry that came from one, which is whom a request of theirs then names.
 *
 * @param erasures what they showed, of which the rest is found by the accounts that it names
 */
export async function grantErased(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  call: CallRecord,
  erasures: readonly StoredRequest[],
  foundBy: ErasedProof,
  level: AssuranceLevel,
): Promise<void> {
  for (const subjectId of await whatIsTheirs(store, erasures)) {
    await store.calls.putGrant({
      callId: call.id, subjectId, lookedUpAt: now, foundBy, level, levelAt: now, levelEndsAt: null,
    })
  }
  await store.calls.noteLookUp({ ...call, subjectId: null, found: 'erased' })
}

/** The cases of the same accounts that erased them or left a mark, and the entries of the registry. */
async function whatIsTheirs(store: Store, erasures: readonly StoredRequest[]): Promise<ReadonlySet<string>> {
  const shown = new Set(erasures.map(({ request }) => request.id))
  const subjectIds = new Set(erasures.flatMap(({ request }) => request.subjects.map((one) => one.subjectId)))
  const named = await Promise.all([...subjectIds].map((id) => store.requests.ofSubject(id)))
  const ids = new Set<string>()
  for (const { request } of [...erasures, ...named.flat()]) {
    const entries = await store.registry.ofRequest(request.id)
    const erased = request.kind === 'deletion' && request.scope.scope === 'account' && request.state === 'completed'
    if (!shown.has(request.id) && entries.length === 0 && !erased) continue
    for (const id of [request.id, ...entries.map((entry) => entry.id)]) ids.add(id)
  }
  return ids
}

/** The grants of somebody erased that still count in a call. */
export async function erasedGrants(store: Store, call: CallRecord, now: number): Promise<GrantRecord[]> {
  if (call.found !== 'erased') return []
  const grants = await store.calls.grants(call.id)
  return grants.filter(
    (grant) => (grant.foundBy === 'receipt' || grant.foundBy === 'document_tag') && levelOfGrant(grant, now) >= 2,
  )
}

/** The deletions and marks that a call was opened for, the newest first. */
export async function erasuresIn(store: Store, call: CallRecord, now: number): Promise<StoredRequest[]> {
  const grants = await erasedGrants(store, call, now)
  const found = await Promise.all(grants.map(({ subjectId }) => store.requests.byId(subjectId)))
  return found.flatMap((one) => one ?? []).toSorted((a, b) => erasedAt(b) - erasedAt(a))
}

/** When a deletion had erased: asked again for the first time and found empty. Of a mark alone, when it was made. */
export const erasedAt = ({ request }: StoredRequest): number =>
  request.firstCleanAt ?? request.endedAt ?? request.since
