import { leafHash } from '#domain/audit/entry.ts'
import type { Database } from '../db/client.ts'
import type { RawQueries } from '../db/raw.ts'

/** Leaves a transaction: small, since other writers wait for it on SQLite. */
const batch = 500

/** Any number that is not used for another lock: two sealers of one PostgreSQL take turns. */
const sealerLock = 7_305_001

/**
 * Numbers every committed entry that has no leaf yet: 0-based, without gaps, each once. It asks for entries *without a
 * leaf*, never for those after the last one, since an entry may be committed later than one that was written after it.
 * May be killed anywhere: a batch is one transaction.
 *
 * @returns how many leaves were added
 */
export async function sealOnce(database: Database): Promise<number> {
  let sealed = 0
  for (;;) {
    const added = await database.raw.transaction(async (queries) => {
      if (database.kind === 'postgresql') await queries.all('SELECT pg_advisory_xact_lock(?)', [sealerLock])
      return sealBatch(queries)
    })
    sealed += added
    if (added < batch) return sealed
  }
}

async function sealBatch(queries: RawQueries): Promise<number> {
  const waiting = await queries.all<{ id: string; bytes: Uint8Array }>(
    `SELECT e.id AS id, e.bytes AS bytes FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id
     ORDER BY e.at, e.id LIMIT ${batch}`,
  )
  if (waiting.length === 0) return 0
  const [last] = await queries.all<{ next: number | null }>('SELECT MAX(seq) + 1 AS next FROM audit_leaf')
  const first = last?.next ?? 0
  await queries.runMany(
    'INSERT INTO audit_leaf (seq, entry_id, hash) VALUES (?, ?, ?)',
    waiting.map((entry, index) => [first + index, entry.id, leafHash(entry.bytes)]),
  )
  await queries.runMany('DELETE FROM audit_unsealed WHERE entry_id = ?', waiting.map((entry) => [entry.id]))
  return waiting.length
}
