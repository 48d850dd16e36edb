import { acquireConnections, releaseConnections } from '../db/sqlite/connections.ts'
import { databaseKind } from '../db/database-kind.ts'
import { sqlitePath } from '../db/sqlite/location.ts'
import { truncateLog } from '../db/sqlite/truncate-log.ts'

/** Pages of the write-ahead log that are folded into the file together: some 200 MB. */
const pagesAtOnce = 50_000

/**
 * Does something that is thrown away as a whole when it is interrupted, without waiting for the disk at each of its
 * thousands of commits: half of a new desk's first start would be that. On the disk, all of it, before this returns.
 * On PostgreSQL the server decides, and nothing is changed.
 *
 * @param work uses the database through this process's own connections
 */
export async function inOneGo<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  if (databaseKind(databaseUrl) !== 'sqlite') return work()
  const connections = await acquireConnections(sqlitePath(databaseUrl))
  const { database } = connections.writer
  const usual = database.pragma('wal_autocheckpoint', { simple: true })
  try {
    database.pragma('synchronous = OFF')
    database.pragma(`wal_autocheckpoint = ${pagesAtOnce}`)
    return await work()
  } finally {
    database.pragma(`wal_autocheckpoint = ${String(usual)}`)
    database.pragma('synchronous = FULL')
    await truncateLog(connections)
    await releaseConnections(connections)
  }
}
