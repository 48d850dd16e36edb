import type { SqliteConnections } from './connections.ts'

/**
 * Copies the write-ahead log into the file and truncates it.
 *
 * @returns false when a reader of another process still needs the log
 */
export async function truncateLog({ turns, writer }: SqliteConnections): Promise<boolean> {
  const endTurn = await turns.take()
  try {
    const [result] = writer.database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return result?.busy === 0
  } finally {
    endTurn()
  }
}
