import type { SchemaFacts, TableFacts } from '#domain/erasure/schema-facts.ts'
import { columnType } from './column-type.ts'

/**
 * Tables that the account may see, each as JSON. A table is named without its schema where a plain name means
 * it, else as `schema.table`. One statement, so that it is one moment's truth.
 */
export const postgresFactsSql = `
WITH visible AS (
  SELECT c.oid, c.relname, n.nspname, pg_table_is_visible(c.oid) AS plain
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
    AND n.nspname NOT LIKE 'pg_temp%'
), named AS (
  SELECT oid, CASE WHEN plain THEN relname ELSE nspname || '.' || relname END AS name FROM visible
)
SELECT t.name AS name,
  (SELECT coalesce(json_agg(json_build_object(
      'name', a.attname, 'type', format_type(coalesce(nullif(y.typbasetype, 0), a.atttypid), NULL),
      'enum', y.typtype = 'e', 'notNull', a.attnotnull OR y.typnotnull,
      'filled', a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '',
      'length', CASE WHEN a.atttypid IN (1042, 1043) AND a.atttypmod > 4 THEN a.atttypmod - 4 END
    ) ORDER BY a.attnum), '[]')
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
    WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped)::text AS columns,
  (SELECT coalesce(json_agg(json_build_object('unique', i.indisunique, 'primary', i.indisprimary, 'columns',
      (SELECT json_agg(coalesce(a.attname, '') ORDER BY k.place)
       FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
       LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
       WHERE k.place <= i.indnkeyatts))), '[]')
    FROM pg_index i WHERE i.indrelid = t.oid AND i.indisvalid AND i.indpred IS NULL)::text AS indexes,
  (SELECT coalesce(json_agg(json_build_object('table', o.name, 'cascades', f.confdeltype = 'c',
      'columns', (SELECT json_agg(a.attname ORDER BY k.place)
        FROM unnest(f.conkey) WITH ORDINALITY AS k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.attnum),
      'references', (SELECT json_agg(a.attname ORDER BY k.place)
        FROM unnest(f.confkey) WITH ORDINALITY AS k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.attnum))), '[]')
    FROM pg_constraint f JOIN named o ON o.oid = f.confrelid
    WHERE f.contype = 'f' AND f.conrelid = t.oid)::text AS foreign_keys
FROM named t ORDER BY t.name`

type ColumnJson = {
  name: string; type: string; enum: boolean; notNull: boolean; filled: boolean; length: number | null
}
type IndexJson = { unique: boolean; primary: boolean; columns: string[] }

/** The rows of `postgresFactsSql` as facts. */
export function postgresFacts(rows: readonly Readonly<Record<string, unknown>>[]): SchemaFacts {
  return {
    tables: rows.map((row): TableFacts => {
      const columns = JSON.parse(String(row.columns)) as ColumnJson[]
      const indexes = JSON.parse(String(row.indexes)) as IndexJson[]
      return {
        name: String(row.name),
        columns: columns.map(({ name, type, enum: isEnum, notNull, filled, length }) => ({
          name,
          type: isEnum || type.endsWith('[]') ? 'other' : columnType(type),
          notNull,
          filled,
          length,
        })),
        primaryKey: indexes.find((index) => index.primary)?.columns ?? [],
        indexes: indexes.map(({ unique, columns: names }) => ({ unique, columns: names })),
        foreignKeys: JSON.parse(String(row.foreign_keys)) as TableFacts['foreignKeys'],
      }
    }),
  }
}
