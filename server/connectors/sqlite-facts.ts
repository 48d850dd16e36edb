import type { Database } from 'better-sqlite3'
import type { ForeignKeyFacts, IndexFacts, SchemaFacts, TableFacts } from '#domain/erasure/schema-facts.ts'
import { columnType, declaredLength } from './column-type.ts'

type ColumnRow = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number; hidden: number }
type IndexRow = { name: string; unique: number; partial: number }
type ForeignKeyRow = { id: number; seq: number; table: string; from: string; to: string | null; on_delete: string }

/** What a SQLite file says about its tables. */
export function sqliteFacts(database: Database): SchemaFacts {
  const names = database
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_'))
  const tables = names.map((name) => tableFacts(database, name))
  const keys = new Map(tables.map((table) => [table.name.toLowerCase(), table]))
  // A foreign key without columns of its own means the other table's primary key; table names ignore case.
  return {
    tables: tables.map((table) => ({
      ...table,
      foreignKeys: table.foreignKeys.map((key) => {
        const other = keys.get(key.table.toLowerCase())
        return {
          ...key,
          table: other?.name ?? key.table,
          references: key.references.length > 0 ? key.references : (other?.primaryKey ?? []),
        }
      }),
    })),
  }
}

function tableFacts(database: Database, name: string): TableFacts {
  const columns = database.prepare<[string], ColumnRow>('SELECT * FROM pragma_table_xinfo(?)').all(name)
  const keyed = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk)
  return {
    name,
    columns: columns.map((column) => ({
      name: column.name,
      type: columnType(column.type),
      // A row id is never NULL, though SQLite does not say so.
      notNull: column.notnull === 1 || isRowId(keyed, column),
      filled: column.dflt_value !== null || column.hidden !== 0 || isRowId(keyed, column),
      length: declaredLength(column.type),
    })),
    primaryKey: keyed.map((column) => column.name),
    indexes: indexFacts(database, name),
    foreignKeys: foreignKeyFacts(database, name),
  }
}

function isRowId(keyed: readonly ColumnRow[], column: ColumnRow): boolean {
  return keyed.length === 1 && keyed[0] === column && column.type.toUpperCase() === 'INTEGER'
}

function indexFacts(database: Database, table: string): IndexFacts[] {
  return database
    .prepare<[string], IndexRow>('SELECT name, "unique", partial FROM pragma_index_list(?)')
    .all(table)
    .filter((index) => index.partial === 0)
    .map((index) => ({
      unique: index.unique === 1,
      columns: database
        .prepare<[string], { name: string | null }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno')
        .all(index.name)
        .map(({ name }) => name ?? ''),
    }))
}

function foreignKeyFacts(database: Database, table: string): ForeignKeyFacts[] {
  const rows = database
    .prepare<[string], ForeignKeyRow>('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq')
    .all(table)
  return [...Map.groupBy(rows, (row) => row.id).values()].map((parts) => ({
    columns: parts.map((part) => part.from),
    table: parts[0]?.table ?? '',
    references: parts.flatMap((part) => part.to ?? []),
    cascades: parts[0]?.on_delete === 'CASCADE',
  }))
}
