import pg from 'pg'
import { WRITE_WAIT_MS } from '../raw.ts'

/** Connections of one process; web and worker have a pool each. */
const POOL_SIZE = 10

/**
 * A pool whose sessions speak UTC: the columns are `timestamp` without a zone and hold UTC, and a session
 * with another zone would turn every comparison with `now()` around.
 *
 * @param url `postgresql://…`
 */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: WRITE_WAIT_MS,
    application_name: 'rightsdesk',
    options: `-c timezone=UTC -c lock_timeout=${WRITE_WAIT_MS}`,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
