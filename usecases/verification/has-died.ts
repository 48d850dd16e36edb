import type { CheckRecord } from '../ports/check-store.ts'
import type { Store } from '../ports/store.ts'

/** The heir whose authority was checked last; null while nobody knows that the person died. */
export async function heirOf(store: Store, subjectId: string): Promise<CheckRecord | null> {
  const checked = (await store.checks.ofSubject(subjectId)).find(
    ({ capacity, checkedAt, state }) => capacity === 'heir' && checkedAt !== null && state === 'checked',
  )
  return checked === undefined ? null : store.checks.get(checked.id)
}

/** Whether an heir's authority was checked: the person died, and nobody who died is ever marked (invariant 4). */
export const hasDied = async (store: Store, subjectId: string): Promise<boolean> =>
  (await heirOf(store, subjectId)) !== null
