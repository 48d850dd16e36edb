import { cellOf, keyText, type Row } from './cell.ts'
import type { Asking } from './fetch.ts'
import type { FrozenCollection } from './frozen.ts'
import type { SurveyRow } from './row-set.ts'
import { surveyColumns, type SurveyGround, type SurveyState } from './survey-ground.ts'
import { standingOf, surveyRow } from './take-row.ts'

/**
 * Looks for rows by the keys that were frozen: deleting a parent hides its orphans from every reference. A row
 * that is gone stays in the survey as a ghost, so that what still points at it is found. A key that somebody
 * else's row has taken since is none of the person's.
 *
 * @returns rows whose collection says nothing about its owner: what points at them has to be looked at first
 */
export function* findSeeds(
  ground: SurveyGround,
  state: SurveyState,
  seeds: readonly FrozenCollection[],
): Asking<SurveyRow[]> {
  const unowned: SurveyRow[] = []
  for (const seed of seeds) {
    const collection = ground.graph.collections.get(seed.collection)
    // A shared row was never theirs alone: detached, it is the other one's.
    const frozen = seed.rows.filter((row) => row.why !== 'shared')
    if (!collection || frozen.length === 0) continue
    const keys = frozen.map((row) => row.key)
    const columns = surveyColumns(ground, collection)
    const rows = yield { collection: seed.collection, columns, by: 'keys', key: seed.key, keys }
    const present = new Set<string>()
    for (const row of rows) {
      present.add(keyText(seed.key.map((column) => cellOf(row, column))))
      const standing = standingOf(ground, collection, row)
      const found = surveyRow(ground, collection, row, standing)
      if (standing === 'others' || standing === 'mixed') continue
      if (ground.graph.owned.has(seed.collection)) state.theirs.add(found)
      else unowned.push(found)
    }
    for (const key of keys.filter((one) => !present.has(keyText(one)))) {
      const row: Row = Object.fromEntries(seed.key.map((column, index) => [column, key[index] ?? null]))
      state.theirs.add({ collection: seed.collection, key, row, ghost: true, sure: true })
    }
  }
  return unowned
}
