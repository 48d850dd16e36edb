import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe } from 'vitest'
import { openDatabase } from '#server/db/client.ts'
import type { Database, DatabaseKind } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { postgresAdminUrl, postgresUrl, postgresUrlOf } from '#tests/support/postgres.ts'

const quiet = () => undefined

let folder: string | undefined

/** A folder of this test file's own; it goes when the file has run. */
function ownFolder(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'rightsdesk-test-'))
  return folder
}

// Registered where a test file imports this: it runs after everything in that file, its closing hooks included.
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

/** A path for a file that does not exist yet. */
export function freshPath(extension = 'db'): string {
  return join(ownFolder(), `${randomBytes(8).toString('hex')}.${extension}`)
}

let sqliteTemplate: Promise<string> | undefined

async function migratedTemplate(): Promise<string> {
  const path = freshPath('template.db')
  await migrate({ databaseUrl: `file:${path}`, log: quiet })
  // The last connection folded the write-ahead log into the file when it closed: a copy of the file is
  // complete.
  if (existsSync(`${path}-wal`)) throw new Error('the template still has a write-ahead log')
  return path
}

/** A SQLite database of its own, migrated and empty. @returns its `file:` URL */
export async function freshSqlite(): Promise<string> {
  sqliteTemplate ??= migratedTemplate()
  const path = freshPath()
  copyFileSync(await sqliteTemplate, path)
  return `file:${path}`
}

/** One name for the whole run, so that the workers share the template. */
const POSTGRES_TEMPLATE = 'rightsdesk_template'

let postgresTemplate: Promise<void> | undefined

async function ensurePostgresTemplate(): Promise<void> {
  const client = new pg.Client({ connectionString: postgresAdminUrl() })
  await client.connect()
  try {
    // Workers arrive together: one makes it, the others wait and find it there.
    await client.query('SELECT pg_advisory_lock(1517)')
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [POSTGRES_TEMPLATE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${POSTGRES_TEMPLATE}`)
    await migrate({ databaseUrl: postgresUrlOf(POSTGRES_TEMPLATE), log: quiet })
  } finally {
    await client.end()
  }
}

/** A PostgreSQL database of its own, migrated and empty. @returns its URL, as the superuser */
export async function freshPostgres(): Promise<string> {
  postgresTemplate ??= ensurePostgresTemplate()
  await postgresTemplate
  return postgresUrl({ template: POSTGRES_TEMPLATE })
}

/** A migrated, empty database of this kind. @returns its URL */
export function freshUrl(kind: DatabaseKind): Promise<string> {
  return kind === 'sqlite' ? freshSqlite() : freshPostgres()
}

/** What a test gets: opens the database at `url`, or a fresh one; closed when the test ends. */
export type OpenForTest = (url?: string) => Promise<Database & { url: string }>

/** Runs the same tests on real SQLite and on real PostgreSQL. Neither is ever skipped. */
export function forEachDatabase(tests: (kind: DatabaseKind, open: OpenForTest) => void): void {
  for (const kind of ['sqlite', 'postgresql'] as const) {
    describe(`on ${kind}`, () => {
      const opened: Database[] = []
      const closeAll = async () => {
        await Promise.all(opened.splice(0).map((database) => database.close()))
      }
      afterEach(closeAll)
      afterAll(closeAll)
      tests(kind, async (given) => {
        const url = given ?? (await freshUrl(kind))
        const database = await openDatabase({ url })
        opened.push(database)
        return { ...database, url }
      })
    })
  }
}
