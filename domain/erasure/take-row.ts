import { cellOf, type Row } from './cell.ts'
import type { Collection } from './dataset.ts'
import { identityStanding, type IdentityStanding } from './identity-standing.ts'
import type { SurveyRow } from './row-set.ts'
import { rowKey, surveyColumns, type SurveyGround, type SurveyState } from './survey-ground.ts'

/** Whose a row is by what stands in it. */
export function standingOf(ground: SurveyGround, collection: Collection, row: Row): IdentityStanding {
  if (!ground.graph.identified.has(collection.name)) return 'unknown'
  const masks = ground.treatments.get(collection.name)?.masks ?? new Map()
  return identityStanding(collection, row, ground.identities, masks)
}

/** A fetched row as a survey keeps it. */
export function surveyRow(
  ground: SurveyGround,
  collection: Collection,
  row: Row,
  standing: IdentityStanding,
): SurveyRow {
  const key = rowKey(ground, collection.name)
  const named = key.length > 0 ? key : surveyColumns(ground, collection)
  return {
    collection: collection.name,
    key: named.map((column) => cellOf(row, column)),
    row,
    ghost: false,
    sure: standing === 'surely',
  }
}

/**
 * Takes a row that belongs to the person by what led to it, unless an identity in it says otherwise.
 *
 * @returns true when it is new and theirs, for the time being: owners elsewhere may still prove it shared
 */
export function takeRow(ground: SurveyGround, state: SurveyState, collection: Collection, row: Row): boolean {
  const standing = standingOf(ground, collection, row)
  const taken = surveyRow(ground, collection, row, standing)
  if (state.theirs.has(taken.collection, taken.key) || state.shared.has(taken.collection, taken.key)) return false
  if (standing === 'others' || standing === 'mixed') {
    state.shared.add(taken)
    return false
  }
  state.theirs.add(taken)
  return true
}
