import { randomBytes } from 'node:crypto'
import { commitment } from '#domain/audit/commitment.ts'
import { encodeEntry, entryTime, type AuditEntry, type EntryValue } from '#domain/audit/entry.ts'
import type { EntryDraft } from '#usecases/ports/unit-of-work.ts'
import { entryId } from './entry-id.ts'
import type { RawQueries } from './raw.ts'
import { toDate, toDateOrNull } from './time.ts'

/** The entry of a draft, under an id and with commitments that are made already. */
export function draftedEntry(id: string, draft: EntryDraft, commit: AuditEntry['commit']): AuditEntry {
  const { event, outcome, actor, at } = draft
  return {
    v: 1,
    id,
    at: entryTime(at),
    what: event.what,
    outcome,
    actor: { type: actor.type, id: actor.type === 'nobody' ? null : actor.id },
    case: event.case ?? null,
    call: event.call ?? null,
    subjects: [...new Set(event.subjects ?? [])],
    data: (event.data ?? {}) as { [key: string]: EntryValue },
    commit,
  }
}

/**
 * Appends one entry in the transaction of what it records: the canonical bytes, the salts of its commitments in
 * an erasable table, and a row that says it has no leaf yet. Returns the entry's id.
 */
export async function appendEntry(raw: RawQueries, draft: EntryDraft): Promise<string> {
  const { event, outcome, at } = draft
  const id = entryId()
  const committed = Object.entries(event.commit ?? {}).map(([name, { value, subject, expiresAt }]) => {
    const salt = new Uint8Array(randomBytes(32))
    return { name, salt, subject, expiresAt, commitment: commitment(salt, name, value) }
  })
  const entry = draftedEntry(id, draft, Object.fromEntries(committed.map((c) => [c.name, c.commitment])))
  await raw.run(
    `INSERT INTO audit_entry (id, bytes, at, what, outcome, actor_type, actor_id, case_code, call_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, encodeEntry(entry), toDate(at), entry.what, outcome, entry.actor.type, entry.actor.id ?? 'nobody', entry.case, entry.call],
  )
  await raw.run('INSERT INTO audit_unsealed (entry_id) VALUES (?)', [id])
  for (const { name, subject, salt, expiresAt } of committed) {
    await raw.run('INSERT INTO audit_salt (entry_id, name, subject_id, salt, expires_at) VALUES (?, ?, ?, ?, ?)', [
      id, name, subject, salt, toDateOrNull(expiresAt),
    ])
  }
  return id
}
