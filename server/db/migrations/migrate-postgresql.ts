import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { APPEND_ONLY_TABLES } from '../append-only.ts'
import { grantToApplication } from '../postgresql/grants.ts'
import { applyPostgresqlRules, brokenPostgresqlRules } from '../postgresql/rules.ts'
import { MigrationError, nextPending } from './migration-files.ts'
import type { AppliedMigration, Migration } from './migration-files.ts'

/** The number that Prisma's own tools lock: neither runs while the other does. */
const PRISMA_LOCK = 72707369

/** Another deployer may be rebuilding a large table. */
const LOCK_WAIT_MS = 120_000

/** As Prisma's own tools lay it out, so that they can read it. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

/**
 * Row counts of the append-only tables that a script speaks of: rebuilding one must bring every row along.
 */
async function appendOnlyCounts(client: pg.Client, sql: string): Promise<string> {
  const counts: string[] = []
  for (const table of APPEND_ONLY_TABLES.filter((name) => sql.includes(`"${name}"`))) {
    const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS found`, [table])
    if (rows[0]?.found !== true) continue
    const { rows: counted } = await client.query<{ count: string }>(`SELECT count(*) FROM "${table}"`)
    if (counted[0]?.count !== '0') counts.push(`${table}: ${counted[0]?.count}`)
  }
  return counts.join(', ')
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date()
  const before = await appendOnlyCounts(client, sql)
  await client.query(sql)
  if ((await appendOnlyCounts(client, sql)) !== before) {
    throw new MigrationError(`migration ${name} would change the rows of an append-only table`)
  }
  await applyPostgresqlRules(client)
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, $5, 1)`,
    [randomUUID(), checksum, new Date(), name, startedAt],
  )
}

async function applyAll(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`)
  if (rows[0]?.found !== true) await client.query(MIGRATIONS_TABLE)
  const applied: string[] = []
  for (;;) {
    const next = nextPending(migrations, await readApplied(client))
    if (next === undefined) break
    await inTransaction(client, () => applyOne(client, next))
    applied.push(next.name)
  }
  if ((await brokenPostgresqlRules(client)).length > 0) {
    await inTransaction(client, () => applyPostgresqlRules(client))
  }
  return applied
}

/**
 * Applies what is pending to a PostgreSQL database, each migration in a transaction of its own; several
 * deployers take turns by an advisory lock and find nothing left to do.
 *
 * @param url signs in as the tables' owner
 * @param applicationRole a role that gets the rights which the application needs; null when it is the owner
 * itself
 */
export async function migratePostgresql(
  url: string,
  migrations: readonly Migration[],
  applicationRole: string | null,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'rightsdesk migrate', options: '-c timezone=UTC' })
  // A server that goes away is reported by the query in hand; without a listener the event would end the
  // process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`)
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    const applied = await applyAll(client, migrations)
    if (applicationRole !== null) await inTransaction(client, () => grantToApplication(client, applicationRole))
    return applied
  } finally {
    // Ending the session gives the lock back.
    await client.end()
  }
}
