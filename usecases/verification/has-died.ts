import type { Store } from '../ports/store.ts'

/** Whether an heir's authority was checked: the person died, and nobody who died is ever marked (invariant 4). */
export const hasDied = async (store: Store, subjectId: string): Promise<boolean> =>
  (await store.checks.ofSubject(subjectId)).some(({ capacity, checkedAt, state }) =>
    capacity === 'heir' && checkedAt !== null && state === 'checked')
