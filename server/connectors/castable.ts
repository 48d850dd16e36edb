import { cellText, type Cell } from '#domain/erasure/cell.ts'
import type { ColumnType } from '#domain/erasure/schema-facts.ts'

/**
 * True when a column of this type can hold the value at all. PostgreSQL refuses `'A-17'` for an integer column
 * with an error, where the answer is simply that no row has it. Ranges are those of a 64-bit integer: smaller
 * integer columns are compared as such.
 */
export function castable(cell: Cell, type: ColumnType): boolean {
  const text = cellText(cell)
  if (text === null) return false
  switch (type) {
    case 'integer':
      return /^-?\d{1,18}$/.test(text)
    case 'number':
      return /^-?\d{1,60}(\.\d{1,60})?$/.test(text)
    case 'uuid':
      return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
    case 'date':
    case 'timestamp':
      return /^\d{4}-\d{2}-\d{2}/.test(text)
    case 'boolean':
      return /^(t|f|true|false|0|1)$/.test(text)
    case 'bytes':
      return typeof cell === 'object' || text.startsWith('\\x')
    default:
      return true
  }
}
