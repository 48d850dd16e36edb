import { cellOf, cellText } from './cell.ts'
import type { FrozenRow } from './frozen.ts'
import { holdBasis } from './fitting-rule.ts'
import { isThisIdentity } from './identity-match.ts'
import { isoDay, keptUntil } from './retention.ts'
import type { SurveyRow } from './row-set.ts'
import { columnOf, tableOf } from './schema-facts.ts'
import { ownerEdges, type SurveyGround, type SurveyState } from './survey-ground.ts'
import type { Treatment } from './treatment.ts'

/** What becomes of one row, with the row as it was read. */
export interface RowDecision extends FrozenRow {
  readonly collection: string
  readonly row: SurveyRow['row']
}

/** What the line says of a row that is the person's alone, before anybody asks who else needs it. */
export function ownRowDecision(found: SurveyRow, treatment: Treatment, at: number): RowDecision {
  const plain = { collection: found.collection, key: found.key, row: found.row, until: null, detach: [] }
  if (treatment.row === 'delete') return { ...plain, action: 'delete', why: null }
  const staying = treatment.masks.size > 0 ? 'mask' : 'keep'
  if (treatment.row === 'stay' || treatment.keep === null) return { ...plain, action: staying, why: null }
  const terms = treatment.keep
  const date = terms.fromField === null ? null : cellOf(found.row, terms.fromField)
  const until = terms.until ?? (terms.for === null ? null : keptUntil(date, terms.for))
  if (until !== null && until <= isoDay(at)) return { ...plain, action: 'delete', why: 'retention_over', until }
  return { ...plain, action: staying, why: terms.basis === holdBasis ? 'held' : 'retained', until }
}

/**
 * A row that is somebody else's too is kept whole for them; where the policy says `detach`, it is let go of the
 * person: the columns that point at the person are emptied, and nothing else of it is touched.
 */
export function sharedRowDecision(
  ground: SurveyGround,
  state: SurveyState,
  found: SurveyRow,
  treatment: Treatment,
): RowDecision {
  const detach = treatment.shared === 'detach' ? linkingColumns(ground, state, found) : []
  const table = tableOf(ground.schema, found.collection)
  const loose = detach.length > 0 && detach.every((column) => columnOf(table, column)?.notNull === false)
  return {
    collection: found.collection,
    key: found.key,
    row: found.row,
    action: loose ? 'mask' : 'keep',
    why: 'shared',
    until: null,
    detach: loose ? detach : [],
  }
}

/** The columns by which a row that two people share names or points at this person. */
export function linkingColumns(ground: SurveyGround, state: SurveyState, found: SurveyRow): string[] {
  const pointing = ownerEdges(ground, found.collection)
    .filter((edge) => {
      const value = cellText(cellOf(found.row, edge.childField))
      return value !== null && state.theirs.values(edge.parent, edge.parentField).has(value)
    })
    .map((edge) => edge.childField)
  const naming = (ground.graph.collections.get(found.collection)?.fields ?? [])
    .filter((field) =>
      ground.identities.some(
        (identity) => identity.type === field.identity && isThisIdentity(identity, cellOf(found.row, field.name)),
      ),
    )
    .map((field) => field.name)
  return [...new Set([...pointing, ...naming])]
}
