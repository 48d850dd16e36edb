import { cellOf, cellText, type Cell } from './cell.ts'
import type { Asking } from './fetch.ts'
import type { Edge } from './graph.ts'
import { valuesOf, type RowSet, type SurveyRow } from './row-set.ts'
import { ownerEdges, type SurveyGround, type SurveyState } from './survey-ground.ts'

/**
 * Which values that rows point at belong to rows that exist. An orphan points at nothing and at nobody else.
 */
export class KnownValues {
  readonly #asked = new Map<Edge, Map<string, boolean>>()

  exists(edge: Edge, value: string): boolean {
    return this.#asked.get(edge)?.get(value) ?? false
  }

  *learn(edge: Edge, rows: readonly SurveyRow[]): Asking<void> {
    const known = this.#asked.get(edge) ?? new Map<string, boolean>()
    this.#asked.set(edge, known)
    const values: Cell[] = []
    for (const [text, cell] of valuesOf(rows.map(({ row }) => row), edge.childField)) {
      if (!known.has(text)) values.push(cell)
    }
    if (values.length === 0) return
    const field = edge.parentField
    const there = valuesOf(yield { collection: edge.parent, columns: [field], by: 'values', field, values }, field)
    for (const value of values) {
      const text = cellText(value)
      if (text !== null) known.set(text, there.has(text))
    }
  }
}

/**
 * Sorts out rows that also belong to somebody else: one of the rows they belong to exists and is not the
 * person's. What belonged to them in turn goes with them.
 */
export function* sortOutShared(ground: SurveyGround, state: SurveyState, known: KnownValues): Asking<void> {
  for (let moved = true; moved; ) {
    moved = false
    for (const collection of ground.graph.collections.keys()) {
      for (const edge of ownerEdges(ground, collection)) {
        const doubtful = pointingElsewhere(state.theirs, edge)
        if (doubtful.length === 0) continue
        yield* known.learn(edge, doubtful)
        for (const row of doubtful) {
          if (!known.exists(edge, cellText(cellOf(row.row, edge.childField)) ?? '')) continue
          state.theirs.remove(row)
          state.shared.add(row)
          moved = true
        }
      }
    }
  }
}

/** True when a row that is not yet taken belongs to somebody else by what it points at. */
export function* hasOtherOwner(
  ground: SurveyGround,
  state: SurveyState,
  known: KnownValues,
  row: SurveyRow,
): Asking<boolean> {
  for (const edge of ownerEdges(ground, row.collection)) {
    const value = cellText(cellOf(row.row, edge.childField))
    if (value === null || state.theirs.values(edge.parent, edge.parentField).has(value)) continue
    yield* known.learn(edge, [row])
    if (known.exists(edge, value)) return true
  }
  return false
}

function pointingElsewhere(theirs: RowSet, edge: Edge): SurveyRow[] {
  const own = theirs.values(edge.parent, edge.parentField)
  return theirs.in(edge.child).filter((row) => {
    const value = cellText(cellOf(row.row, edge.childField))
    return !row.sure && !row.ghost && value !== null && !own.has(value)
  })
}
