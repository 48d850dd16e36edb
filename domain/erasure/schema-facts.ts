/** What a connected database says about itself; the plan is held against it. */

export type ColumnType =
  | 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp' | 'uuid' | 'bytes' | 'other'

export interface ColumnFacts {
  readonly name: string
  readonly type: ColumnType
  readonly notNull: boolean
  /** The database fills it when an insert leaves it out. */
  readonly filled: boolean
  /** Characters that fit in, null where there is no bound. */
  readonly length: number | null
}

export interface IndexFacts {
  readonly columns: readonly string[]
  readonly unique: boolean
}

export interface ForeignKeyFacts {
  readonly columns: readonly string[]
  readonly table: string
  readonly references: readonly string[]
  /** The other row's deletion deletes this one without asking anybody. */
  readonly cascades: boolean
}

export interface TableFacts {
  readonly name: string
  readonly columns: readonly ColumnFacts[]
  readonly primaryKey: readonly string[]
  readonly indexes: readonly IndexFacts[]
  readonly foreignKeys: readonly ForeignKeyFacts[]
}

export interface SchemaFacts {
  readonly tables: readonly TableFacts[]
}

export function tableOf(schema: SchemaFacts, name: string): TableFacts | null {
  return schema.tables.find((table) => table.name === name) ?? null
}

export function columnOf(table: TableFacts | null, name: string): ColumnFacts | null {
  return table?.columns.find((column) => column.name === name) ?? null
}

/** True when no two rows can hold the same value in this column. */
export function isUnique(table: TableFacts, column: string): boolean {
  const alone = (columns: readonly string[]) => columns.length === 1 && columns[0] === column
  return alone(table.primaryKey) || table.indexes.some((index) => index.unique && alone(index.columns))
}

/** True when rows can be found by this column without reading the whole table. */
export function isIndexed(table: TableFacts, column: string): boolean {
  return table.primaryKey[0] === column || table.indexes.some((index) => index.columns[0] === column)
}
