import type { Cell } from './cell.ts'
import type { Asking } from './fetch.ts'
import type { Edge } from './graph.ts'
import { surveyColumns, type SurveyGround, type SurveyState } from './survey-ground.ts'
import { takeRow } from './take-row.ts'

/** Follows references from the person's rows to the rows that point at them, until nothing new is found. */
export function* followDown(
  ground: SurveyGround,
  state: SurveyState,
  relevant: ReadonlySet<string>,
  asked: Map<Edge, Set<string>>,
): Asking<void> {
  for (let grown = true; grown; ) {
    grown = false
    for (const edge of ground.graph.edges) {
      const child = ground.graph.collections.get(edge.child)
      if (!edge.down || !child || !relevant.has(edge.child) || state.crowded.has(edge.child)) continue
      const before = asked.get(edge) ?? new Set<string>()
      asked.set(edge, before)
      const values: Cell[] = []
      for (const [text, cell] of state.theirs.values(edge.parent, edge.parentField)) {
        if (before.has(text)) continue
        before.add(text)
        values.push(cell)
      }
      if (values.length === 0) continue
      const rows = yield {
        collection: edge.child,
        columns: surveyColumns(ground, child),
        by: 'values',
        field: edge.childField,
        values,
      }
      if (rows.length > ground.rowLimit) state.crowded.add(edge.child)
      for (const row of rows) grown = takeRow(ground, state, child, row) || grown
    }
  }
}
