import { randomUUID } from 'node:crypto'
import { holdChanged } from '#usecases/hold/hold-changed.ts'
import { readHoldRow, type HoldRow } from '#usecases/import/hold-row.ts'
import type { RowReason } from '#usecases/import/row-reasons.ts'
import { secretBasis } from '#usecases/views/hold-codes.ts'
import type { AuditEvent, JobRequest } from '#usecases/event.ts'
import type { Database } from '../db/client.ts'
import type { RawParam, RawQueries } from '../db/raw.ts'
import { toDate, toDateOrNull } from '../db/time.ts'
import type { Vault } from '../keys/vault.ts'
import { Moved, type Importer, type PreparedBatch, type RowOutcome } from './importer.ts'
import { allOf, hexText } from '../db/gate/list-query.ts'
import { erasedByTag, subjectsByAccount } from './people-on-file.ts'
import { importSource } from './people-writes.ts'

interface StoredHold {
  id: string
  hold_ref: string
  subject_id: string
  covers: string
  basis: string
  owner: string
  review_on: string
  lifted_at: string | null
}

interface Desk {
  readonly database: Database
  readonly vault: Vault
}

/** Imports legal holds: placed, changed, or lifted by a row with `lifted_on`. A lifted hold stays lifted. */
export async function holdsImporter({ database, vault }: Desk): Promise<Importer<HoldRow>> {
  const services = new Set((await database.raw.all<{ key: string }>('SELECT key FROM service')).map(({ key }) => key))
  const systems = await database.raw.all<{ name: string }>('SELECT name FROM system WHERE removed_at IS NULL')
  const systemNames = new Set(['rightsdesk', ...systems.map(({ name }) => name)])

  /** What is wrong with what a hold covers, if anything. */
  const coversFault = (covers: string): RowReason | null => {
    const [what = '', names = ''] = covers.split(':')
    if (what === 'service' && !services.has(names)) return 'unknown-service'
    if (what === 'systems' && !names.split(',').every((name) => systemNames.has(name))) return 'unknown-system'
    return null
  }

  return {
    kind: 'holds',
    read: readHoldRow,
    keysOf: (row) => ({ leaves: [row.holdRef], mayNotMeet: [row.holdRef] }),
    async prepare(rows, now): Promise<PreparedBatch> {
      const accounts = rows.map(({ value }) => vault.blindIndex('account_id', value.externalId))
      const tags = rows.map(({ value }) => vault.registryTag('account_id', value.externalId).tag)
      const ids = await subjectsByAccount(database.raw, accounts)
      const erased = await erasedByTag(database.raw, tags)
      const known = await holdsByRef(database.raw, rows.map(({ value }) => value.holdRef))
      const [inserts, updates]: [RawParam[][], RawParam[][]] = [[], []]
      const [jobs, events]: [JobRequest[], AuditEvent[]] = [[], []]
      const workItems: PreparedBatch['workItems'][number][] = []

      const outcomes = rows.map(({ value }, index): RowOutcome => {
        const refuse = (reason: RowReason, field: string | null = null): RowOutcome => ({ outcome: 'rejected', fault: { field, reason } })
        const subjectId = ids.get(hexText(accounts[index] as Uint8Array))
        if (subjectId === undefined) {
          const erasedId = erased.get(hexText(tags[index] as Uint8Array))
          if (erasedId === undefined) return refuse('unknown-person', 'external_id')
          workItems.push({ kind: 'erased_sent_again', ref: erasedId, source: importSource })
          return refuse('subject-erased')
        }
        const fault = coversFault(value.covers)
        if (fault !== null) return refuse(fault, 'covers')
        if (value.liftedOn !== null && value.liftedOn > now) return refuse('in-the-future', 'lifted_on')
        const before = known.get(value.holdRef)
        if (before !== undefined && before.subject_id !== subjectId) return refuse('hold-of-another', 'hold_ref')
        if (before !== undefined && before.lifted_at !== null && value.liftedOn === null) return refuse('hold-was-lifted', 'lifted_on')
        if (before !== undefined && isSame(before, value)) return { outcome: 'unchanged' }
        const id = before?.id ?? randomUUID()
        const said: RawParam[] = [
          value.covers, value.basis, value.basis === secretBasis, value.owner, toDate(value.reviewOn),
          toDateOrNull(value.liftedOn), value.liftedOn === null ? null : importSource,
        ]
        if (before === undefined) inserts.push([...said, id, value.holdRef, subjectId, importSource, toDate(now)])
        else updates.push([...said, id, before.lifted_at === null])
        const lifted = value.liftedOn !== null && (before?.lifted_at ?? null) === null
        const what = lifted ? 'hold.lifted' : before === undefined ? 'hold.placed' : 'hold.changed'
        events.push({ what, subjects: [subjectId], data: { hold: id, covers: value.covers.split(':')[0] ?? null } })
        jobs.push(holdChanged({ id, subjectId, liftedAt: value.liftedOn }, now))
        return { outcome: 'accepted' }
      })

      return { outcomes, jobs, events, workItems, write: (queries) => send(queries, inserts, updates) }
    },
  }
}

const isSame = (before: StoredHold, row: HoldRow): boolean =>
  before.covers === row.covers && before.basis === row.basis && before.owner === row.owner &&
  Date.parse(before.review_on) === row.reviewOn &&
  (before.lifted_at === null ? null : Date.parse(before.lifted_at)) === row.liftedOn

async function holdsByRef(queries: RawQueries, refs: readonly string[]): Promise<Map<string, StoredHold>> {
  const rows = await allOf<StoredHold>(
    queries,
    'SELECT id, hold_ref, subject_id, covers, basis, owner, review_on, lifted_at FROM legal_hold WHERE hold_ref IN (:list)',
    refs,
  )
  return new Map(rows.map((row) => [row.hold_ref, row]))
}

/**
 * A reference that came in meanwhile is met by its unique index, one that was lifted meanwhile is not found standing
 * any more; and the batch is prepared again.
 */
async function send(queries: RawQueries, inserts: RawParam[][], updates: RawParam[][]): Promise<void> {
  await queries.runMany(
    `INSERT INTO legal_hold (covers, basis, may_not_tell, owner, review_on, lifted_at, lifted_by, id, hold_ref, subject_id,
       placed_by, placed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    inserts,
  )
  const changed = await queries.runMany(
    `UPDATE legal_hold SET covers = ?, basis = ?, may_not_tell = ?, owner = ?, review_on = ?, lifted_at = ?, lifted_by = ?
     WHERE id = ? AND (lifted_at IS NULL) = ?`,
    updates,
  )
  if (changed !== updates.length) throw new Moved()
}
