import type { HoldRecord } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/**
 * A hold as it is while nobody else changes a hold of this person: whoever lifts, widens or reviews one waits for
 * whoever was first, and sees what they made of it. Null where there is none.
 */
export async function heldInTurn(store: Store, holdRef: string): Promise<HoldRecord | null> {
  const hold = await store.requests.hold(holdRef)
  if (hold === null || !(await store.turns.ofSubjects([hold.subjectId]))) return hold
  return store.requests.hold(holdRef)
}
