import { randomUUID } from 'node:crypto'
import { encodeEntry } from '#domain/audit/entry.ts'
import type { EntryDraft } from '#usecases/ports/unit-of-work.ts'
import { draftedEntry } from './audit-writer.ts'
import type { RawQueries } from './raw.ts'
import { toDate } from './time.ts'

/**
 * Appends one entry within a transaction of raw statements, as `appendEntry` does within one of Prisma's. For the
 * hot paths, whose entries commit to no value. Returns the entry's id.
 */
export async function appendEntryRaw(queries: RawQueries, draft: EntryDraft): Promise<string> {
  const { event, outcome, actor, at } = draft
  if (event.commit !== undefined) throw new Error('an entry with commitments needs its salts: use appendEntry')
  const id = randomUUID()
  const entry = draftedEntry(id, draft, {})
  await queries.run(
    `INSERT INTO audit_entry (id, bytes, at, what, outcome, actor_type, actor_id, case_code, call_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, encodeEntry(entry), toDate(at), entry.what, outcome, actor.type, actor.id, entry.case, entry.call],
  )
  await queries.run('INSERT INTO audit_unsealed (entry_id) VALUES (?)', [id])
  return id
}
