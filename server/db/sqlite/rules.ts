import type BetterSqlite3 from 'better-sqlite3'
import { APPEND_ONLY_TABLES, sqliteAppendOnly } from '../append-only.ts'
import type { SqliteTrigger } from '../append-only.ts'
import { SEPARATION_TABLES, sqliteSeparation } from '../separation.ts'

type Database = BetterSqlite3.Database

const RULED_TABLES = [...APPEND_ONLY_TABLES, ...SEPARATION_TABLES]

function hasTable(database: Database, table: string): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined
}

/** The primary key and every unique index of a table, also one that came with a later migration. */
function uniqueKeys(database: Database, table: string): string[][] {
  return database
    .prepare<[string], string>(`SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND partial = 0 ORDER BY name`)
    .pluck()
    .all(table)
    .map((index) =>
      database.prepare<[string], string>('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck().all(index),
    )
}

/** A primary key that is the rowid has no index of its own; the guard by rowid covers it. */
function wanted(database: Database): SqliteTrigger[] {
  const appendOnly = APPEND_ONLY_TABLES.filter((table) => hasTable(database, table)).flatMap((table) =>
    sqliteAppendOnly(table, uniqueKeys(database, table)),
  )
  const separation = SEPARATION_TABLES.every((table) => hasTable(database, table)) ? sqliteSeparation() : []
  return [...appendOnly, ...separation]
}

function present(database: Database): Map<string, string> {
  const rows = database
    .prepare<[], SqliteTrigger>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'rule\\_%' ESCAPE '\\'`)
    .all()
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}

/**
 * Takes the rules off, inside a migration's transaction only: SQLite refuses to rename a table while a
 * trigger speaks of one that was just dropped.
 */
export function dropSqliteRules(database: Database): void {
  for (const name of present(database).keys()) database.exec(`DROP TRIGGER "${name}"`)
}

/** Tables that should have rules and are not there at all: a database that was never migrated. */
export function missingSqliteTables(database: Database): string[] {
  return RULED_TABLES.filter((table) => !hasTable(database, table))
}

/** Names of rules that are missing or say something else than they should. Empty is good. */
export function brokenSqliteRules(database: Database): string[] {
  const found = present(database)
  return wanted(database)
    .filter(({ name, sql }) => found.get(name) !== sql)
    .map(({ name }) => name)
}

/** Puts every rule in its place. */
export function applySqliteRules(database: Database): void {
  dropSqliteRules(database)
  for (const { sql } of wanted(database)) database.exec(sql)
}
