import type { HoldRecord } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { Request } from '#domain/request/request.ts'

/** What a case's history says of holds. */
const holdSteps: ReadonlySet<string> = new Set([
  'request.held', 'request.released', 'hold.placed', 'hold.changed', 'hold.lifted', 'hold.reviewed', 'hold.review_due',
])

/**
 * A case's history for whoever speaks to the person, or shows it to them: without any step of a hold where one of the
 * holds, standing or lifted, is one that the person may not be told of.
 */
export const withoutSecretSteps = <T extends { readonly what: string }>(
  history: readonly T[],
  holds: readonly HoldRecord[],
): T[] =>
  history.filter(({ what }) => !holdSteps.has(what) || !holds.some(({ mayNotTell }) => mayNotTell))

/** The holds, standing and lifted, of everybody a case names. */
export async function holdsOfCase(store: Store, { subjects }: Pick<Request, 'subjects'>): Promise<HoldRecord[]> {
  return (await Promise.all(subjects.map(({ subjectId }) => store.requests.holds(subjectId)))).flat()
}
