import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { Request } from '#domain/request/request.ts'
import type { AskedOfSystems } from '#usecases/ports/planner.ts'
import type { Store } from '#usecases/ports/store.ts'
import type { SealedSystem } from '#usecases/erasure/sealed-system.ts'

/**
 * By what a system is asked for a person: what was sealed with the plan, or, long after, what is on file of who is
 * still here. Of somebody whose account was erased nothing is left but the keys of kept rows.
 */
export async function identitiesOf(
  store: Store,
  request: Request,
  sealed: SealedSystem,
): Promise<readonly IdentityValue[]> {
  return sealed.identities.length > 0 ? sealed.identities : identitiesOnFile(store, request)
}

/** What the people of a request hold now: a number that they gave up may be somebody else's by today (invariant 8). */
export async function identitiesOnFile(
  store: Store,
  request: Pick<AskedOfSystems, 'subjects'>,
): Promise<readonly IdentityValue[]> {
  const found: IdentityValue[] = []
  for (const { subjectId, known } of request.subjects) {
    if (known !== 'on_file' || (await store.subjects.get(subjectId))?.status !== 'active') continue
    for (const { type, value, heldTo } of await store.subjects.identifiers(subjectId)) {
      if (heldTo === null) found.push({ type, value })
    }
  }
  return found
}
