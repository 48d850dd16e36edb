import { startPostgres } from '#scripts/lib/postgres.mjs'

/**
 * Starts one PostgreSQL server for the whole run and tells the tests its address in
 * `RIGHTSDESK_TEST_PG_URL`. An address that is already there is used as it is. A server that can not be
 * started fails the run: these tests are never skipped.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.RIGHTSDESK_TEST_PG_URL) return undefined
  const server = await startPostgres()
  process.env.RIGHTSDESK_TEST_PG_URL = server.url
  return async () => {
    delete process.env.RIGHTSDESK_TEST_PG_URL
    await server.stop()
  }
}
