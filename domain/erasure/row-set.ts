import { cellOf, cellText, keyText, type Cell, type Row } from './cell.ts'

/** A row of the survey. A ghost is a row that was frozen and is gone: what pointed at it may still be there. */
export interface SurveyRow {
  readonly collection: string
  readonly key: readonly Cell[]
  readonly row: Row
  readonly ghost: boolean
  /** The person's by its own account or national id, whatever it points at. */
  readonly sure: boolean
}

/** Rows by collection and key, each once. */
export class RowSet {
  readonly #rows = new Map<string, Map<string, SurveyRow>>()

  /** @returns false where the row is there already */
  add(row: SurveyRow): boolean {
    const rows = this.#rows.get(row.collection) ?? new Map<string, SurveyRow>()
    this.#rows.set(row.collection, rows)
    const key = keyText(row.key)
    if (rows.has(key)) return false
    rows.set(key, row)
    return true
  }

  remove(row: SurveyRow): void {
    this.#rows.get(row.collection)?.delete(keyText(row.key))
  }

  has(collection: string, key: readonly Cell[]): boolean {
    return this.get(collection, key) !== null
  }

  get(collection: string, key: readonly Cell[]): SurveyRow | null {
    return this.#rows.get(collection)?.get(keyText(key)) ?? null
  }

  in(collection: string): SurveyRow[] {
    return [...(this.#rows.get(collection)?.values() ?? [])]
  }

  all(): SurveyRow[] {
    return [...this.#rows.values()].flatMap((rows) => [...rows.values()])
  }

  /** The distinct values of a column in a collection, without NULL. */
  values(collection: string, field: string): Map<string, Cell> {
    return valuesOf(this.in(collection).map(({ row }) => row), field)
  }
}

/** The distinct values of a column, by their text, without NULL. */
export function valuesOf(rows: Iterable<Row>, field: string): Map<string, Cell> {
  const values = new Map<string, Cell>()
  for (const row of rows) {
    const cell = cellOf(row, field)
    const text = cellText(cell)
    if (text !== null) values.set(text, cell)
  }
  return values
}
