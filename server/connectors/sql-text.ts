import { keyText, type Cell } from '#domain/erasure/cell.ts'
import type { MaskedRow } from '#domain/erasure/erasure-work.ts'
import { quoted, quotedTable } from './sql-dialect.ts'

/** One statement with its bound values. */
export interface Statement {
  readonly sql: string
  readonly params: readonly Cell[]
}

/** Rows a statement names at most: far below what either database takes as bound values. */
export const rowsPerStatement = 400

export function chunks<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** `SELECT columns FROM table WHERE …`, the columns named as they were asked for. */
export function selectWhere(table: string, columns: readonly string[], where: Statement): Statement {
  // A row is there also where nothing of it is asked for.
  const list = columns.length === 0 ? '1' : columns.map((column) => `${quoted(column)} AS ${quoted(column)}`).join(', ')
  return { sql: `SELECT ${list} FROM ${quotedTable(table)} WHERE ${where.sql}`, params: where.params }
}

/** The rows with these keys: one column as a list, several as pairs. */
export function withKeys(key: readonly string[], keys: readonly (readonly Cell[])[]): Statement {
  const [only] = key
  if (key.length === 1 && only !== undefined) return withValues(only, keys.map((one) => one[0] ?? null), '?')
  const one = `(${key.map((column) => `${quoted(column)} = ?`).join(' AND ')})`
  return { sql: keys.map(() => one).join(' OR '), params: keys.flat() }
}

/** The rows in which a column holds one of these values. `placeholder` is the dialect's for the column's type. */
export function withValues(column: string, values: readonly Cell[], placeholder: string): Statement {
  return { sql: `${quoted(column)} IN (${values.map(() => placeholder).join(', ')})`, params: values }
}

export function deleteRows(table: string, key: readonly string[], keys: readonly (readonly Cell[])[]): Statement[] {
  return chunks(keys, rowsPerStatement).map((some) => {
    const where = withKeys(key, some)
    return { sql: `DELETE FROM ${quotedTable(table)} WHERE ${where.sql}`, params: where.params }
  })
}

/** Rows that get the same values share a statement. */
export function maskRows(table: string, key: readonly string[], rows: readonly MaskedRow[]): Statement[] {
  const alike = Map.groupBy(rows, ({ set }) => `${Object.keys(set).join('\n')}\n${keyText(Object.values(set))}`)
  return [...alike.values()].flatMap((group) => {
    const set = group[0]?.set ?? {}
    const keys = group.map((row) => row.key)
    return chunks(keys, rowsPerStatement).map((some) => setWhere(table, set, withKeys(key, some)))
  })
}

/** Empties columns that tie rows to each other, before the rows are deleted. */
export function untieRows(
  table: string,
  key: readonly string[],
  keys: readonly (readonly Cell[])[],
  columns: readonly string[],
): Statement[] {
  const set = Object.fromEntries(columns.map((column) => [column, null]))
  return chunks(keys, rowsPerStatement).map((some) => setWhere(table, set, withKeys(key, some)))
}

function setWhere(table: string, set: Readonly<Record<string, Cell>>, where: Statement): Statement {
  const list = Object.keys(set).map((column) => `${quoted(column)} = ?`).join(', ')
  return {
    sql: `UPDATE ${quotedTable(table)} SET ${list} WHERE ${where.sql}`,
    params: [...Object.values(set), ...where.params],
  }
}
