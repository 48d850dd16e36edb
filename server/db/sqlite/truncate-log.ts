import { setTimeout as pause } from 'node:timers/promises'
import type { SqliteConnections } from './connections.ts'

const ATTEMPTS = 50
const PAUSE_MS = 20

/**
 * Copies the write-ahead log into the file and truncates it, in a writer's turn; other writers pass between the
 * attempts.
 *
 * @returns false when a reader or writer of another process needed the log the whole time, about a second
 */
export async function truncateLog({ turns, writer }: SqliteConnections): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const endTurn = await turns.take()
    try {
      const [result] = writer.database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      if (result?.busy === 0) return true
    } finally {
      endTurn()
    }
    await pause(PAUSE_MS)
  }
  return false
}
