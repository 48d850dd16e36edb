import { rowsFor } from '#domain/law/law-table.ts'
import { extensionUntil } from '#domain/law/due.ts'
import { extensionReasons } from '#domain/law/law-row.ts'
import type { Facts } from '#domain/request/facts.ts'
import type { Request } from '#domain/request/request.ts'
import type { RequestOrigin } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/**
 * Jurisdictions whose law protects the people of a request.
 *
 * @param onRecord the one that was noted with the case: all that is left to know of somebody who was erased
 */
export async function jurisdictionsOf(
  store: Store,
  subjectIds: readonly string[],
  onRecord: string | null,
): Promise<string[]> {
  const subjects = await Promise.all(subjectIds.map((id) => store.subjects.get(id)))
  const theirs = new Set(subjects.flatMap((subject) => (subject?.jurisdiction ? [subject.jurisdiction] : [])))
  return theirs.size > 0 || onRecord === null ? [...theirs] : [onRecord]
}

/** What the law that the request was opened under makes a refusal offer, and how far it lets an answer be extended. */
export async function lawFacts(
  store: Store,
  request: Pick<Request, 'kind' | 'scope' | 'subjects' | 'receivedAt' | 'lawVersion'>,
  { jurisdiction }: Pick<RequestOrigin, 'jurisdiction'>,
): Promise<Pick<Facts, 'refusalMustOffer' | 'extensionUntil'>> {
  const [rows, overrides, places] = await Promise.all([
    store.settings.lawTableOf(request.lawVersion),
    store.settings.workingDayOverrides(),
    jurisdictionsOf(store, request.subjects.map((subject) => subject.subjectId), jurisdiction),
  ])
  const { kind, receivedAt } = request
  const scope = request.scope.scope
  const found = places.flatMap((place) => rowsFor(place, kind, receivedAt, rows, scope))
  const question = { kind, scope, jurisdictions: places, receivedAt, table: rows, overrides }
  const until = extensionReasons.flatMap((reason) => extensionUntil(question, reason) ?? [])
  return {
    refusalMustOffer: [...new Set(found.flatMap((row) => row.refusalMustOffer))],
    extensionUntil: until.length === 0 ? null : Math.max(...until),
  }
}
