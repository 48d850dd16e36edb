/**
 * One value as a connected database holds it, in a form that JSON can carry: 64-bit integers beyond 2^53 as
 * decimal text, bytes as hex. PostgreSQL hands over every value as the text it would print.
 */
export type Cell = string | number | null | { readonly hex: string }

/** One row: column → value, of the columns that were asked for. */
export type Row = Readonly<Record<string, Cell>>

/** The value of a column; a column that was not asked for is null. */
export function cellOf(row: Row, column: string): Cell {
  return row[column] ?? null
}

/**
 * The text by which two values of one meaning are the same on either side of a reference: SQLite says 3 where
 * PostgreSQL says '3', and one table may hold as text what another holds as a number. Null has none.
 */
export function cellText(cell: Cell): string | null {
  if (cell === null) return null
  return typeof cell === 'object' ? `\\x${cell.hex}` : String(cell)
}

/** One text for a whole key, injective over its parts. */
export function keyText(key: readonly Cell[]): string {
  return JSON.stringify(key.map(cellText))
}
