import type { ColumnType } from '#domain/erasure/schema-facts.ts'

/** PostgreSQL type names (`pg_type.typname`), and what SQL type declarations begin with, longest match first. */
const beginnings: readonly (readonly [string, ColumnType])[] = [
  ['timestamp', 'timestamp'], ['datetime', 'timestamp'], ['date', 'date'],
  ['bool', 'boolean'],
  ['bigint', 'integer'], ['int', 'integer'], ['smallint', 'integer'], ['tinyint', 'integer'],
  ['mediumint', 'integer'], ['serial', 'integer'], ['bigserial', 'integer'],
  ['numeric', 'number'], ['decimal', 'number'], ['real', 'number'], ['double', 'number'], ['float', 'number'],
  ['money', 'other'],
  ['uuid', 'uuid'],
  ['bytea', 'bytes'], ['blob', 'bytes'], ['binary', 'bytes'], ['varbinary', 'bytes'],
  ['text', 'text'], ['char', 'text'], ['varchar', 'text'], ['nvarchar', 'text'], ['nchar', 'text'],
  ['character', 'text'], ['native character', 'text'], ['varying character', 'text'], ['bpchar', 'text'],
  ['clob', 'text'], ['citext', 'text'], ['name', 'text'], ['string', 'text'],
]

/** The kind of a declared column type. */
export function columnType(declared: string): ColumnType {
  const name = declared.trim().toLowerCase()
  return beginnings.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'other'
}

/** `VARCHAR(40)` → 40; null where nothing is declared. */
export function declaredLength(declared: string): number | null {
  const length = /\((\d+)\)/.exec(declared)?.[1]
  return length === undefined ? null : Number(length)
}
