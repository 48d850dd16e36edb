import type pg from 'pg'
import { APPEND_ONLY_TABLES, postgresqlAppendOnly } from '../append-only.ts'
import type { PostgresqlTrigger } from '../append-only.ts'
import { postgresqlSeparation, SEPARATION_TABLES } from '../separation.ts'

type Client = Pick<pg.ClientBase, 'query'>

async function column<T>(client: Client, sql: string, params: unknown[] = []): Promise<T[]> {
  const { rows } = await client.query<{ value: T }>(sql, params)
  return rows.map(({ value }) => value)
}

async function uniqueKeys(client: Client, table: string): Promise<string[][]> {
  return column<string[]>(
    client,
    `SELECT array(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                  ORDER BY k.position) AS value
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = quote_ident($1)::regclass AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL
     ORDER BY c.relname`,
    [table],
  )
}

const RULED_TABLES = [...APPEND_ONLY_TABLES, ...SEPARATION_TABLES]

async function ruledTables(client: Client): Promise<Set<string>> {
  const tables = await column<string>(
    client,
    `SELECT tablename AS value FROM pg_tables WHERE schemaname = current_schema() AND tablename = ANY($1)`,
    [RULED_TABLES],
  )
  return new Set(tables)
}

/** Tables that should have rules and are not there at all: a database that was never migrated. */
export async function missingPostgresqlTables(client: Client): Promise<string[]> {
  const tables = await ruledTables(client)
  return RULED_TABLES.filter((table) => !tables.has(table))
}

async function wanted(client: Client): Promise<PostgresqlTrigger[]> {
  const [schema = 'public'] = await column<string>(client, 'SELECT current_schema() AS value')
  const tables = await ruledTables(client)
  const rules: PostgresqlTrigger[] = []
  for (const table of APPEND_ONLY_TABLES) {
    if (tables.has(table)) rules.push(...postgresqlAppendOnly(schema, table, await uniqueKeys(client, table)))
  }
  if (SEPARATION_TABLES.every((table) => tables.has(table))) rules.push(...postgresqlSeparation(schema))
  return rules
}

/** The function's text; its marks are what `pg_proc.prosrc` gives back. */
const source = (rule: PostgresqlTrigger) => ` BEGIN ${rule.body} END `

/** The bits of `pg_trigger.tgtype`: row 1, before 2, insert 4, delete 8, update 16, truncate 32. */
function typeBits({ events, level }: PostgresqlTrigger): number {
  const has = (event: string, bit: number) => (events.includes(event) ? bit : 0)
  return (level === 'ROW' ? 1 : 0) + 2 + has('INSERT', 4) + has('DELETE', 8) + has('UPDATE', 16) + has('TRUNCATE', 32)
}

/** Names of rules that are missing, switched off, or say something else than they should. Empty is good. */
export async function brokenPostgresqlRules(client: Client): Promise<string[]> {
  type Actual = { tgname: string; tgtype: number; tgenabled: string; prosrc: string; on: string }
  const { rows } = await client.query<Actual>(
    `SELECT t.tgname, t.tgtype, t.tgenabled, p.prosrc, c.relname AS on
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE t.tgname LIKE 'rule\\_%' AND c.relnamespace = current_schema()::regnamespace`,
  )
  const found = new Map(rows.map((row) => [row.tgname, row]))
  return (await wanted(client))
    .filter((rule) => {
      const actual = found.get(rule.name)
      return (
        actual?.on !== rule.table ||
        actual.tgtype !== typeBits(rule) ||
        actual.tgenabled !== 'A' ||
        actual.prosrc !== source(rule)
      )
    })
    .map(({ name }) => name)
}

/**
 * Puts every rule in its place, in the caller's transaction. ENABLE ALWAYS: they hold in a session that calls
 * itself a replica, too. The functions run with their owner's search path out of play.
 */
export async function applyPostgresqlRules(client: Client): Promise<void> {
  for (const rule of await wanted(client)) {
    await client.query(
      `CREATE OR REPLACE FUNCTION "${rule.name}"() RETURNS trigger LANGUAGE plpgsql ` +
        `SET search_path = pg_catalog, pg_temp AS $rule$${source(rule)}$rule$`,
    )
    await client.query(`DROP TRIGGER IF EXISTS "${rule.name}" ON "${rule.table}"`)
    await client.query(
      `CREATE TRIGGER "${rule.name}" BEFORE ${rule.events} ON "${rule.table}" ` +
        `FOR EACH ${rule.level} EXECUTE FUNCTION "${rule.name}"()`,
    )
    await client.query(`ALTER TABLE "${rule.table}" ENABLE ALWAYS TRIGGER "${rule.name}"`)
  }
}
