import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { ArgType, ColumnType } from '@prisma/driver-adapter-utils'
import type BetterSqlite3 from 'better-sqlite3'

/** What the driver can bind. */
export type Bindable = string | number | bigint | null | Uint8Array

/** What comes out of a statement that reads 64-bit integers. */
export type Stored = string | number | bigint | null | Buffer

/**
 * ISO 8601 with milliseconds and `Z`: text that sorts as time does.
 *
 * @throws DriverAdapterError for no date, or one outside the years 0000–9999, whose text would not sort
 */
export function storedDate(value: Date): string {
  const year = value.getUTCFullYear()
  if (Number.isNaN(year) || year < 0 || year > 9999) {
    throw new DriverAdapterError({ kind: 'ValueOutOfRange', cause: 'a date outside the years 0000 to 9999' })
  }
  return value.toISOString()
}

/** Whole numbers go in as integers: the driver binds what is beyond 32 bits as a float otherwise. */
function storedNumber(value: number): number | bigint {
  return Number.isSafeInteger(value) ? BigInt(value) : value
}

/** A value as SQLite stores it: booleans 0 and 1, dates as sortable text, bytes as BLOB. */
export function bindable(value: unknown): Bindable {
  switch (typeof value) {
    case 'string':
    case 'bigint':
      return value
    case 'number':
      return storedNumber(value)
    case 'boolean':
      return value ? 1n : 0n
  }
  if (value === null || value === undefined) return null
  if (value instanceof Date) return storedDate(value)
  if (value instanceof Uint8Array) return value
  throw new DriverAdapterError({ kind: 'InvalidInputValue', message: 'a value of a kind that SQLite does not store' })
}

/** A parameter of Prisma's, whose text form depends on the declared type. */
export function bindableArg(value: unknown, type: ArgType | undefined): Bindable {
  if (typeof value === 'string') {
    if (type?.scalarType === 'datetime') return storedDate(new Date(value))
    if (type?.scalarType === 'bytes') return Buffer.from(value, 'base64')
    if (type?.scalarType === 'bigint' || type?.scalarType === 'int') return BigInt(value)
    if (type?.scalarType === 'float') return Number(value)
  }
  if (typeof value === 'number' && type?.scalarType === 'float') return value
  return bindable(value)
}

/** What a column is declared as in `CREATE TABLE`; undefined for an expression. */
function declaredType(declaration: string | null): ColumnType | undefined {
  switch (declaration?.toUpperCase().replace(/\(.*/, '').trim()) {
    case undefined:
    case '':
      return undefined
    case 'BOOLEAN':
      return ColumnTypeEnum.Boolean
    case 'DATETIME':
      return ColumnTypeEnum.DateTime
    case 'BIGINT':
      return ColumnTypeEnum.Int64
    case 'INT':
    case 'INTEGER':
      return ColumnTypeEnum.Int32
    case 'REAL':
    case 'DOUBLE':
      return ColumnTypeEnum.Double
    case 'DECIMAL':
      return ColumnTypeEnum.Numeric
    case 'BLOB':
      return ColumnTypeEnum.Bytes
    case 'JSONB':
    case 'JSON':
      return ColumnTypeEnum.Json
    default:
      return ColumnTypeEnum.Text
  }
}

function typeOfValue(value: Stored | undefined): ColumnType {
  if (typeof value === 'bigint') return ColumnTypeEnum.Int64
  if (typeof value === 'number') return ColumnTypeEnum.Double
  if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes
  return ColumnTypeEnum.Text
}

/** A statement's columns: their names, and the types of those that are a table's own. */
export interface Columns {
  readonly names: readonly string[]
  readonly declared: readonly (ColumnType | undefined)[]
}

export const describeColumns = (columns: readonly BetterSqlite3.ColumnDefinition[]): Columns => ({
  names: columns.map(({ name }) => name),
  declared: columns.map(({ type }) => declaredType(type)),
})

/** Column types as declared; an expression's from its first value. */
export function columnTypes({ declared }: Columns, rows: readonly (readonly Stored[])[]): ColumnType[] {
  return declared.map((type, index) => {
    if (type !== undefined) return type
    const first = rows.find((row) => row[index] !== null && row[index] !== undefined)
    return typeOfValue(first?.[index])
  })
}

/** A stored value as Prisma wants it for a column of this type. */
export function resultValue(value: Stored, type: ColumnType): unknown {
  if (typeof value !== 'bigint') return value
  switch (type) {
    case ColumnTypeEnum.Int64:
      return value.toString()
    case ColumnTypeEnum.Boolean:
      return value !== 0n
    case ColumnTypeEnum.DateTime:
      return new Date(Number(value)).toISOString()
    default:
      return isSafe(value) ? Number(value) : value.toString()
  }
}

/** Whether a JavaScript number holds this integer exactly. */
export function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
}
