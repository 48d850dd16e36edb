import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#server/db/migrate.ts'
import { startPostgres } from '#scripts/lib/postgres.mjs'
import { postgresTemplate, postgresUrlOf } from './postgres.ts'

const quiet = () => undefined

/**
 * Makes what every test file of a run copies: a migrated, empty database of either kind. Tells the tests where they are
 * in `RIGHTSDESK_TEST_PG_URL`, a PostgreSQL server of this run's own unless an address is already there, and
 * `RIGHTSDESK_TEST_SQLITE_TEMPLATE`. A server that can not be started fails the run: these tests are never skipped.
 */
export async function setup(): Promise<() => Promise<void>> {
  const stop = process.env.RIGHTSDESK_TEST_PG_URL ? undefined : await ownServer()
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-template-'))
  process.env.RIGHTSDESK_TEST_SQLITE_TEMPLATE = await sqliteTemplate(join(folder, 'template.db'))
  await makePostgresTemplate()
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    delete process.env.RIGHTSDESK_TEST_SQLITE_TEMPLATE
    await stop?.()
  }
}

async function ownServer(): Promise<() => Promise<void>> {
  const server = await startPostgres()
  process.env.RIGHTSDESK_TEST_PG_URL = server.url
  return async () => {
    delete process.env.RIGHTSDESK_TEST_PG_URL
    await server.stop()
  }
}

async function sqliteTemplate(path: string): Promise<string> {
  await migrate({ databaseUrl: `file:${path}`, log: quiet })
  // The last connection folded the write-ahead log into the file when it closed: a copy of the file is complete.
  if (existsSync(`${path}-wal`)) throw new Error('the template still has a write-ahead log')
  return path
}

async function makePostgresTemplate(): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrlOf('postgres') })
  await client.connect()
  try {
    // A server that is not this run's own may have it from the run before.
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [postgresTemplate])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${postgresTemplate}`)
  } finally {
    await client.end()
  }
  await migrate({ databaseUrl: postgresUrlOf(postgresTemplate), log: quiet })
}
