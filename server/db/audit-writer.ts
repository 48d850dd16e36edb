import { randomBytes, randomUUID } from 'node:crypto'
import { commitment } from '#domain/audit/commitment.ts'
import { encodeEntry, entryTime, type AuditEntry, type EntryValue } from '#domain/audit/entry.ts'
import type { EntryDraft } from '#usecases/ports/unit-of-work.ts'
import type { Tx } from './client.ts'
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
export async function appendEntry(tx: Tx, draft: EntryDraft): Promise<string> {
  const { event, outcome, at } = draft
  const id = randomUUID()
  const committed = Object.entries(event.commit ?? {}).map(([name, { value, subject, expiresAt }]) => {
    const salt = new Uint8Array(randomBytes(32))
    return { name, salt, subject, expiresAt, commitment: commitment(salt, name, value) }
  })
  const entry = draftedEntry(id, draft, Object.fromEntries(committed.map((c) => [c.name, c.commitment])))
  await tx.auditEntry.create({
    data: {
      id,
      bytes: new Uint8Array(encodeEntry(entry)),
      at: toDate(at),
      what: entry.what,
      outcome,
      actorType: entry.actor.type,
      actorId: entry.actor.id ?? 'nobody',
      caseCode: entry.case,
      callId: entry.call,
    },
    select: { id: true },
  })
  await tx.auditUnsealed.create({ data: { entryId: id }, select: { entryId: true } })
  if (committed.length > 0) {
    await tx.auditSalt.createMany({
      data: committed.map((c) => ({
        entryId: id,
        name: c.name,
        subjectId: c.subject,
        salt: c.salt,
        expiresAt: toDateOrNull(c.expiresAt),
      })),
    })
  }
  return id
}
