import { z } from 'zod'
import { sealedMs } from '../erasure/sealed-span.ts'
import type { Store } from '../ports/store.ts'

const SubjectIds = z.array(z.uuid())

/**
 * Those who all have the identifier that a letter gave: one of them is meant, and another identifier says which. Sealed
 * beside the case, with which they end.
 */
export async function notePossible(
  store: Store,
  requestId: string,
  subjectIds: readonly string[],
  now: number,
): Promise<void> {
  const text = JSON.stringify(subjectIds)
  await store.erasure.seal({ requestId, kind: 'possible', system: null, text, expiresAt: now + sealedMs })
}

/** Whom a case may be about, by their ids; null where it was never found to be one of several. */
export async function possibleFor(store: Store, requestId: string): Promise<readonly string[] | null> {
  const text = await store.erasure.sealed(requestId, 'possible', null)
  return text === null ? null : SubjectIds.parse(JSON.parse(text))
}
