import type { Database } from '#server/db/client.ts'

/** One column as both databases can say it; `kind` is the same word for the same Prisma type. */
export type Column = {
  table: string
  name: string
  kind: string
  nullable: boolean
  default: string | null
  key: boolean
}
export type Index = { name: string; table: string; unique: boolean; columns: string }
export type ForeignKey = { table: string; column: string; target: string; onDelete: string }
export type Catalogue = { columns: Column[]; indexes: Index[]; foreignKeys: ForeignKey[] }

const KINDS: Readonly<Record<string, string>> = {
  TEXT: 'text', INTEGER: 'int', BIGINT: 'bigint', REAL: 'float', BOOLEAN: 'boolean', DATETIME: 'datetime', BLOB: 'bytes',
  text: 'text', integer: 'int', bigint: 'bigint', 'double precision': 'float', boolean: 'boolean',
  'timestamp without time zone': 'datetime', bytea: 'bytes',
}

const kindOf = (type: string) => KINDS[type] ?? `unknown: ${type}`

/** `'en'::text` on one database is `'en'` on the other. */
const plainDefault = (value: string | null) => value?.replace(/::[a-z ]+$/, '') ?? null

type ColumnRow = Omit<Column, 'kind' | 'nullable' | 'key'> & { type: string; nullable: boolean | number; key: boolean | number }
type IndexRow = { name: string; table: string; unique: boolean | number; columns: string }

const QUERIES = {
  sqlite: {
    columns: `SELECT m.name AS "table", c.name AS name, c.type AS type, c."notnull" = 0 AS nullable, c.dflt_value AS "default",
                     c.pk > 0 AS key
              FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c
              WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> '_prisma_migrations'
              ORDER BY m.name, c.name`,
    indexes: `SELECT i.name AS name, m.name AS "table", i."unique" AS "unique",
                     (SELECT group_concat(name, ',' ORDER BY seqno) FROM pragma_index_info(i.name)) AS columns
              FROM sqlite_schema m JOIN pragma_index_list(m.name) i
              WHERE m.type = 'table' AND i.origin = 'c' AND m.name <> '_prisma_migrations' ORDER BY i.name`,
    foreignKeys: `SELECT m.name AS "table", f."from" AS "column", f."table" AS target, f.on_delete AS "onDelete"
                  FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f."from"`,
  },
  postgresql: {
    columns: `SELECT c.table_name::text AS "table", c.column_name::text AS name, c.data_type::text AS type,
                     c.is_nullable = 'YES' AS nullable, c.column_default::text AS "default",
                     EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                             WHERE i.indisprimary AND i.indrelid = quote_ident(c.table_name)::regclass AND a.attname = c.column_name) AS key
              FROM information_schema.columns c
              WHERE c.table_schema = 'public' AND c.table_name <> '_prisma_migrations'
              ORDER BY c.table_name COLLATE "C", c.column_name COLLATE "C"`,
    indexes: `SELECT x.relname::text AS name, t.relname::text AS "table", i.indisunique AS "unique",
                     (SELECT string_agg(a.attname, ',' ORDER BY k.position)
                      FROM unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
                      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum) AS columns
              FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
              WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisprimary AND t.relname <> '_prisma_migrations'
              ORDER BY x.relname COLLATE "C"`,
    foreignKeys: `SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column", c.confrelid::regclass::text AS target,
                         CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END
                           AS "onDelete"
                  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                  WHERE c.contype = 'f' ORDER BY 1, 2`,
  },
} as const

/** Tables, columns, indexes and foreign keys as the database itself knows them, in words common to both. */
export async function catalogueOf(database: Database): Promise<Catalogue> {
  const queries = QUERIES[database.kind]
  const columns = await database.raw.all<ColumnRow>(queries.columns)
  const indexes = await database.raw.all<IndexRow>(queries.indexes)
  const foreignKeys = await database.raw.all<ForeignKey>(queries.foreignKeys)
  return {
    columns: columns.map((row) => ({
      table: row.table,
      name: row.name,
      kind: kindOf(row.type),
      nullable: Boolean(row.nullable),
      default: plainDefault(row.default),
      key: Boolean(row.key),
    })),
    indexes: indexes.map((row) => ({ ...row, unique: Boolean(row.unique) })),
    foreignKeys,
  }
}
