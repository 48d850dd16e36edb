import type { Collection } from './dataset.ts'
import type { Asking } from './fetch.ts'
import { isStrongIdentity, identityTypes, type IdentityType, type IdentityValue } from './identity.ts'
import { columnOf, tableOf } from './schema-facts.ts'
import { surveyColumns, type SurveyGround, type SurveyState } from './survey-ground.ts'
import { standingOf, surveyRow } from './take-row.ts'

/** Finds the rows that name the person by an identity of their own: where every survey begins. */
export function* findRoots(ground: SurveyGround, state: SurveyState, relevant: ReadonlySet<string>): Asking<void> {
  for (const name of ground.graph.identified) {
    const collection = ground.graph.collections.get(name)
    if (!collection || !relevant.has(name)) continue
    const fields = searchedFields(ground, collection)
    if (fields.length === 0) continue
    const rows = yield { collection: name, columns: surveyColumns(ground, collection), by: 'identity', fields }
    for (const row of rows) {
      const standing = standingOf(ground, collection, row)
      const found = surveyRow(ground, collection, row, standing)
      if (standing === 'surely' || standing === 'likely') state.theirs.add(found)
      if (standing === 'mixed') state.shared.add(found)
    }
  }
}

/**
 * Where an account id (or else a national id) stands in every row, it decides alone, and searching by phone or
 * e-mail, which mostly have no index that fits, would only bring rows that are somebody else's.
 */
function searchedFields(
  ground: SurveyGround,
  collection: Collection,
): { field: string; identities: IdentityValue[] }[] {
  const table = tableOf(ground.schema, collection.name)
  const known = (type: IdentityType) => ground.identities.filter((identity) => identity.type === type)
  const types: IdentityType[] = []
  for (const type of identityTypes) {
    types.push(type)
    const decides = collection.fields.some(
      (field) => field.identity === type && columnOf(table, field.name)?.notNull && known(type).length > 0,
    )
    if (isStrongIdentity(type) && decides) break
  }
  return collection.fields.flatMap((field) => {
    if (field.identity === null || !types.includes(field.identity)) return []
    const identities = known(field.identity)
    return identities.length > 0 ? [{ field: field.name, identities }] : []
  })
}
