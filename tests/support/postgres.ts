import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The database that every test's own is a copy of: migrated and empty (tests/support/databases-global.ts). */
export const postgresTemplate = 'rightsdesk_template'

/**
 * The URL of database `postgres` of the run's server, as its superuser.
 *
 * @throws Error when no server was started: PostgreSQL is never skipped
 */
export function postgresAdminUrl(): string {
  const url = process.env.RIGHTSDESK_TEST_PG_URL
  if (!url) {
    throw new Error('No PostgreSQL: this test must run in a vitest project with tests/support/databases-global.ts')
  }
  return url
}

/**
 * Makes a database of its own on the run's server; it goes with the server.
 *
 * @param options.template  the name of a database to copy; nobody may be connected to it
 * @returns its URL, as the superuser
 */
export async function postgresUrl(options: { template?: string } = {}): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`
  const template = options.template ? ` TEMPLATE ${pg.escapeIdentifier(options.template)}` : ''
  const client = new pg.Client({ connectionString: postgresAdminUrl() })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${template}`)
  } finally {
    await client.end()
  }
  return postgresUrlOf(name)
}

/** The URL of the named database of the run's server, as the superuser. */
export function postgresUrlOf(database: string): string {
  const url = new URL(postgresAdminUrl())
  url.pathname = `/${database}`
  return url.href
}
