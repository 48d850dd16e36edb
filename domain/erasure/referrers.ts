import { cellOf, cellText, type Cell } from './cell.ts'
import type { Asking } from './fetch.ts'
import type { Edge } from './graph.ts'
import { valuesOf, type SurveyRow } from './row-set.ts'
import { rowKey, type SurveyGround } from './survey-ground.ts'

/** A row that points at another. `key` is null where its table has none: then it can not be told from others. */
export interface Referrer {
  readonly collection: string
  readonly key: readonly Cell[] | null
  readonly field: string
  /** The text of the value by which it points. */
  readonly value: string
}

/** Every row of the database that points at one of these rows along an edge, whoever it belongs to. */
export function* referrersOf(ground: SurveyGround, edge: Edge, rows: readonly SurveyRow[]): Asking<Referrer[]> {
  const values = [...valuesOf(rows.map(({ row }) => row), edge.parentField).values()]
  if (values.length === 0) return []
  const key = rowKey(ground, edge.child)
  const columns = [...new Set([...key, edge.childField])]
  const found = yield { collection: edge.child, columns, by: 'values', field: edge.childField, values }
  return found.map((row): Referrer => ({
    collection: edge.child,
    key: key.length > 0 ? key.map((column) => cellOf(row, column)) : null,
    field: edge.childField,
    value: cellText(cellOf(row, edge.childField)) ?? '',
  }))
}
