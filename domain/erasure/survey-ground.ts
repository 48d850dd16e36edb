import type { Collection } from './dataset.ts'
import type { Edge, Graph } from './graph.ts'
import type { IdentityValue } from './identity.ts'
import type { RowSet } from './row-set.ts'
import { tableOf, type SchemaFacts } from './schema-facts.ts'
import { keyOf, type Treatment } from './treatment.ts'

/** What a survey stands on; nothing of it changes while it runs. */
export interface SurveyGround {
  readonly graph: Graph
  readonly schema: SchemaFacts
  readonly treatments: ReadonlyMap<string, Treatment>
  readonly identities: readonly IdentityValue[]
  /** Also read the fields that are masked: needed to mask them and to see whether they are. */
  readonly withMasked: boolean
  /** Rows of one collection at which a survey stops and says so. */
  readonly rowLimit: number
}

/** What a survey has found so far. */
export interface SurveyState {
  readonly theirs: RowSet
  /** Reached, and somebody else's too. */
  readonly shared: RowSet
  readonly crowded: Set<string>
}

/** Columns by which rows of a table are told apart: its key, else everything that is read of it. */
export function rowKey(ground: SurveyGround, name: string): readonly string[] {
  const table = tableOf(ground.schema, name)
  if (table === null) return []
  const collection = ground.graph.collections.get(name)
  return collection ? keyOf(collection, table) : table.primaryKey
}

/** Columns that a survey reads of a collection: keys, references, identities, the date a retention counts from. */
export function surveyColumns(ground: SurveyGround, collection: Collection): string[] {
  const treatment = ground.treatments.get(collection.name)
  const columns = new Set<string>(rowKey(ground, collection.name))
  for (const edge of ground.graph.edges) {
    if (edge.child === collection.name) columns.add(edge.childField)
    if (edge.parent === collection.name) columns.add(edge.parentField)
  }
  for (const field of collection.fields) if (field.identity !== null) columns.add(field.name)
  if (treatment?.keep?.fromField) columns.add(treatment.keep.fromField)
  if (ground.withMasked) for (const field of treatment?.masks.keys() ?? []) columns.add(field)
  return [...columns]
}

/** Collections worth reading: those that are treated, and those on the way to them. */
export function relevantCollections(ground: Pick<SurveyGround, 'graph' | 'treatments'>): Set<string> {
  const relevant = new Set(ground.treatments.keys())
  for (let before = -1; before !== relevant.size; ) {
    before = relevant.size
    for (const edge of ground.graph.edges) {
      if (edge.down && relevant.has(edge.child)) relevant.add(edge.parent)
      if (edge.up && relevant.has(edge.parent)) relevant.add(edge.child)
    }
  }
  for (const { name, skip } of ground.graph.collections.values()) if (skip) relevant.delete(name)
  return relevant
}

/** Edges by which a row of this collection belongs to somebody. A self reference orders rows and owns none. */
export function ownerEdges(ground: SurveyGround, collection: string): Edge[] {
  return ground.graph.edges.filter(
    (edge) =>
      edge.child === collection &&
      edge.down &&
      edge.parent !== collection &&
      ground.graph.owned.has(edge.parent) &&
      ground.graph.collections.get(edge.parent)?.skip === false,
  )
}
