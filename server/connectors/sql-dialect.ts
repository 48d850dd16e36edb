import type { Cell } from '#domain/erasure/cell.ts'
import type { ColumnType } from '#domain/erasure/schema-facts.ts'
import { castable } from './castable.ts'

/** Where SQLite and PostgreSQL write the same thing in different words. */
export interface SqlDialect {
  readonly kind: 'sqlite' | 'postgresql'
  /** True when a column of this type can be compared with the value without an error. */
  comparable(cell: Cell, type: ColumnType): boolean
  /** A placeholder for a value that is compared with a column of this type. */
  placeholder(type: ColumnType): string
  /** The column's digits alone, as text. */
  digitsOf(column: string): string
  /** The column without its blanks at the ends, in lower case. */
  foldedOf(column: string): string
  /** The column's letters and digits alone, in upper case. */
  compactOf(column: string): string
  /** Appended to a SELECT whose rows must not change before the commit. */
  readonly forUpdate: string
  /** Stands before VALUES, so that a key can be given where the database makes its own. */
  readonly givenKeys: string
}

/**
 * The functions with `rd_` are defined on our own connection (`sqlite-session.ts`): SQLite's own `lower` folds
 * ASCII alone, and it has no way to pick the digits out of a text.
 */
export const sqliteDialect: SqlDialect = {
  kind: 'sqlite',
  // Any column may hold a value of any type, and comparing never fails.
  comparable: (cell) => cell !== null,
  placeholder: () => '?',
  digitsOf: (column) => `rd_digits(${column})`,
  foldedOf: (column) => `rd_folded(${column})`,
  compactOf: (column) => `rd_compact(${column})`,
  forUpdate: '',
  givenKeys: '',
}

export const postgresDialect: SqlDialect = {
  kind: 'postgresql',
  comparable: castable,
  // As wide as can be: a value that a small integer column can not hold is simply not there.
  placeholder: (type) => (type === 'integer' ? 'CAST(? AS bigint)' : '?'),
  digitsOf: (column) => `regexp_replace(${column}::text, '[^0-9]', '', 'g')`,
  foldedOf: (column) => `lower(btrim(${column}::text))`,
  compactOf: (column) => `upper(regexp_replace(${column}::text, '[^0-9A-Za-z]', '', 'g'))`,
  forUpdate: ' FOR UPDATE',
  givenKeys: ' OVERRIDING SYSTEM VALUE',
}

/**
 * A name as SQL takes it, whatever stands in it. A dot divides schema and table.
 *
 * @throws RangeError for a name with a NUL, which no database has
 */
export function quoted(name: string): string {
  if (name.includes('\u0000')) throw new RangeError('a name with a NUL')
  return `"${name.replaceAll('"', '""')}"`
}

/** A table's name; `schema.table` becomes two. */
export function quotedTable(name: string): string {
  return name.split('.').map(quoted).join('.')
}
