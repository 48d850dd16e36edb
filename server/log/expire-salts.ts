import type { Database } from '../db/client.ts'
import { toDate } from '../db/time.ts'

/** Rows a transaction: other writers wait meanwhile. */
const batch = 500

/**
 * Ends the salts whose date has come: those of look-ups without a match after 24 months (formats.md, *commitment*).
 * Salts are operational; the entries and the tree stay as they are, and the commitment says nothing any more.
 *
 * @param now epoch ms
 * @returns how many ended
 */
export async function expireSalts(database: Database, now: number): Promise<number> {
  let ended = 0
  for (;;) {
    const removed = await database.raw.run(
      `DELETE FROM audit_salt WHERE (entry_id, name) IN (
         SELECT entry_id, name FROM audit_salt WHERE expires_at <= ? ORDER BY expires_at LIMIT ${batch})`,
      [toDate(now)],
    )
    ended += removed
    if (removed < batch) return ended
  }
}
