import { cellOf, cellText } from './cell.ts'
import type { Asking } from './fetch.ts'
import type { Edge } from './graph.ts'
import { referrersOf } from './referrers.ts'
import { RowSet, type SurveyRow } from './row-set.ts'
import { hasOtherOwner, type KnownValues } from './survey-owners.ts'
import { surveyColumns, type SurveyGround, type SurveyState } from './survey-ground.ts'
import { standingOf, surveyRow } from './take-row.ts'

/** Rows that the person's rows point at, and that are theirs only if nobody else's row points there too. */
export class Candidates {
  readonly #rows = new RowSet()
  readonly #asked = new Map<Edge, Set<string>>()

  constructor(rows: readonly SurveyRow[]) {
    for (const row of rows) this.#rows.add(row)
  }

  *find(ground: SurveyGround, state: SurveyState, relevant: ReadonlySet<string>): Asking<void> {
    for (const edge of ground.graph.edges) {
      const parent = ground.graph.collections.get(edge.parent)
      if (!edge.up || !parent || edge.parent === edge.child || !relevant.has(edge.parent)) continue
      const asked = this.#asked.get(edge) ?? new Set<string>()
      this.#asked.set(edge, asked)
      const own = state.theirs.values(edge.parent, edge.parentField)
      const pointed = [...state.theirs.values(edge.child, edge.childField)]
      const wanted = pointed.filter(([text]) => !asked.has(text) && !own.has(text))
      if (wanted.length === 0) continue
      for (const [text] of wanted) asked.add(text)
      const rows = yield {
        collection: edge.parent,
        columns: surveyColumns(ground, parent),
        by: 'values',
        field: edge.parentField,
        values: wanted.map(([, cell]) => cell),
      }
      for (const row of rows) {
        const standing = standingOf(ground, parent, row)
        const found = surveyRow(ground, parent, row, standing)
        // A row with somebody else's identity is that person's own: it is not shared, it is not ours to look at.
        if (standing === 'mixed') state.shared.add(found)
        else if (standing !== 'others') this.#rows.add(found)
      }
    }
  }

  /** Takes whichever are the person's alone by now. @returns true when one was */
  *take(ground: SurveyGround, state: SurveyState, known: KnownValues): Asking<boolean> {
    let taken = false
    for (const row of this.#rows.all()) {
      if (state.theirs.has(row.collection, row.key)) this.#rows.remove(row)
      else if (yield* this.#isTheirsAlone(ground, state, known, row)) {
        this.#rows.remove(row)
        taken = state.theirs.add(row) || taken
      }
    }
    return taken
  }

  /** Those that are left at the end are shared. */
  rest(): SurveyRow[] {
    return this.#rows.all()
  }

  *#isTheirsAlone(
    ground: SurveyGround,
    state: SurveyState,
    known: KnownValues,
    row: SurveyRow,
  ): Asking<boolean> {
    if (yield* hasOtherOwner(ground, state, known, row)) return false
    for (const edge of ground.graph.edges.filter((one) => one.parent === row.collection)) {
      if (cellText(cellOf(row.row, edge.parentField)) === null) continue
      const referrers = yield* referrersOf(ground, edge, [row])
      if (referrers.some(({ key }) => key === null || !state.theirs.has(edge.child, key))) return false
    }
    return true
  }
}
