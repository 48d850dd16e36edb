import { randomUUID } from 'node:crypto'
import type BetterSqlite3 from 'better-sqlite3'
import { APPEND_ONLY_TABLES } from '../append-only.ts'
import { openConnection } from '../sqlite/connections.ts'
import { sqlitePath } from '../sqlite/location.ts'
import { applySqliteRules, brokenSqliteRules, dropSqliteRules } from '../sqlite/rules.ts'
import { beginImmediate } from '../sqlite/write-turns.ts'
import { MigrationError, nextPending } from './migration-files.ts'
import type { AppliedMigration, Migration } from './migration-files.ts'

type Database = BetterSqlite3.Database

/** Another deployer may be rebuilding a large table. */
const LOCK_WAIT_MS = 120_000

/** As Prisma's own tools lay it out, so that they can read it. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

function readApplied(database: Database): AppliedMigration[] {
  return database
    .prepare<[], { name: string; checksum: string; finished: number }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    )
    .all()
    .map((row) => ({ ...row, finished: row.finished === 1 }))
}

/**
 * Row counts of the append-only tables that a script speaks of: rebuilding one must bring every row along.
 */
function appendOnlyCounts(database: Database, sql: string): string {
  const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`)
  return APPEND_ONLY_TABLES.filter((table) => sql.includes(`"${table}"`) && exists.get(table) !== undefined)
    .map((table) => `${table}: ${String(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())}`)
    .filter((line) => !line.endsWith(': 0'))
    .join(', ')
}

function applyOne(database: Database, { name, sql, checksum }: Migration): void {
  const startedAt = new Date().toISOString()
  dropSqliteRules(database)
  const before = appendOnlyCounts(database, sql)
  database.exec(sql)
  if (!database.inTransaction) throw new MigrationError(`migration ${name} ended its transaction itself`)
  if (appendOnlyCounts(database, sql) !== before) {
    throw new MigrationError(`migration ${name} would change the rows of an append-only table`)
  }
  applySqliteRules(database)
  const orphans = database.pragma('foreign_key_check') as { table: string }[]
  if (orphans.length > 0) {
    const tables = [...new Set(orphans.map(({ table }) => table))].join(', ')
    throw new MigrationError(`migration ${name} would leave ${orphans.length} rows without their parent in ${tables}`)
  }
  database
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, new Date().toISOString(), name, startedAt)
}

/** One transaction: the next pending migration, or else the rules. Returns what it applied. */
async function step(database: Database, migrations: readonly Migration[]): Promise<string | undefined> {
  await beginImmediate((sql) => database.exec(sql), LOCK_WAIT_MS)
  try {
    database.exec(MIGRATIONS_TABLE)
    const next = nextPending(migrations, readApplied(database))
    if (next !== undefined) applyOne(database, next)
    else if (brokenSqliteRules(database).length > 0) applySqliteRules(database)
    database.exec('COMMIT')
    return next?.name
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
  }
}

/**
 * Applies what is pending to a SQLite file, creating it if need be; each migration in a transaction of its
 * own.
 *
 * Foreign keys are switched off outside of it: inside, the pragma does nothing, and rebuilding a parent table
 * (create, copy, drop, rename) would then delete its children by their cascade.
 */
export async function migrateSqlite(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const connection = await openConnection(sqlitePath(url), 'writer')
  try {
    const { database } = connection
    database.pragma('foreign_keys = OFF')
    if (database.pragma('foreign_keys', { simple: true }) !== 0) throw new MigrationError('foreign keys stayed on')
    const applied: string[] = []
    for (;;) {
      const name = await step(database, migrations)
      if (name === undefined) return applied
      applied.push(name)
    }
  } finally {
    connection.close()
  }
}
