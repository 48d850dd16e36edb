import type { Database } from '../db/client.ts'
import { toDate } from '../db/time.ts'
import type { KitEntry } from './kit-format.ts'

/** Rows a statement: with the longest entry that there can be, 32 MB. */
const pageSize = 500

/** What a period comes to. Fixed before the first row is read: what is numbered later is not in this kit. */
export interface KitRange {
  readonly from: number
  /** Exclusive. */
  readonly before: number
  readonly entries: number
  readonly firstSeq: number | null
  readonly lastSeq: number | null
}

/** Counts the numbered entries of a period. @param from epoch ms, inclusive @param before epoch ms, exclusive */
export async function kitRange(database: Database, from: number, before: number): Promise<KitRange> {
  const [row] = await database.raw.all<{ entries: number; first: number | null; last: number | null }>(
    `SELECT COUNT(*) AS entries, MIN(l.seq) AS first, MAX(l.seq) AS last
     FROM audit_entry e JOIN audit_leaf l ON l.entry_id = e.id WHERE e.at >= ? AND e.at < ?`,
    [toDate(from), toDate(before)],
  )
  return { from, before, entries: row?.entries ?? 0, firstSeq: row?.first ?? null, lastSeq: row?.last ?? null }
}

/** The entries of a range in the order of their numbers, a page in memory at a time. */
export async function* kitEntries(database: Database, range: KitRange): AsyncGenerator<KitEntry> {
  if (range.firstSeq === null || range.lastSeq === null) return
  let after = range.firstSeq - 1
  for (;;) {
    const rows = await database.raw.all<{ seq: number; bytes: Uint8Array; hash: Uint8Array }>(
      `SELECT l.seq AS seq, e.bytes AS bytes, l.hash AS hash FROM audit_leaf l JOIN audit_entry e ON e.id = l.entry_id
       WHERE l.seq > ? AND l.seq <= ? AND e.at >= ? AND e.at < ? ORDER BY l.seq LIMIT ${pageSize}`,
      [after, range.lastSeq, toDate(range.from), toDate(range.before)],
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = last.seq
  }
}

/** Labels for the ids that entries carry: personnel numbers and client names. */
export async function actorLabels(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.raw.all<{ id: string; label: string }>(
    'SELECT id AS id, human_ref AS label FROM staff UNION ALL SELECT id AS id, name AS label FROM api_client',
  )
  return new Map(rows.map(({ id, label }) => [id, label]))
}
