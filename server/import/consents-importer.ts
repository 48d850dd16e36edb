import { randomUUID } from 'node:crypto'
import { isGiving, type ConsentEvent } from '#domain/consent/consent-event.ts'
import type { JobRequest } from '#usecases/event.ts'
import { readConsentRow, type ConsentRow } from '#usecases/import/consent-row.ts'
import type { RowReason } from '#usecases/import/row-reasons.ts'
import { consentEventOf, judgeConsent, type KnownConsent } from '#usecases/consent/judge-consent.ts'
import { withdrawalArrived } from '#usecases/consent/withdrawal-arrived.ts'
import type { Database } from '../db/client.ts'
import type { RawParam, RawQueries } from '../db/raw.ts'
import { senderKeyOf } from '../db/stores/consent-store.ts'
import { toDate } from '../db/time.ts'
import type { Vault } from '../keys/vault.ts'
import {
  barredPairs, consentWorld, eventsByKey, eventsOf, countMarks, noticeKey, type KnownEvent,
} from './consents-on-file.ts'
import { Moved, type BatchRow, type Importer, type PreparedBatch, type RowOutcome } from './importer.ts'
import { allIn, hexOf } from './in-chunks.ts'
import { erasedByTag, subjectsByAccount } from './people-on-file.ts'
import { importSource } from './people-writes.ts'

/** Imports consent events: each once, none for who was erased, no consent for who is barred. */
export async function consentsImporter({ database, vault }: { database: Database; vault: Vault }): Promise<Importer<ConsentRow>> {
  const world = await consentWorld(database.raw)
  return {
    kind: 'consents',
    read: readConsentRow,
    keysOf(row) {
      const [own, line] = [hexOf(eventKey(vault, row)), `${row.externalId}\u001f${row.purpose}`]
      return { leaves: [own, line], mayNotMeet: mustFollow(row) ? [own, line] : [own] }
    },
    async prepare(rows, now): Promise<PreparedBatch> {
      const seen = await look(database.raw, vault, rows, now, world.restingOn)
      const inserts: RawParam[][] = []
      const jobs: JobRequest[] = []
      const workItems: PreparedBatch['workItems'][number][] = []
      const touched = new Set<string>()

      const outcomes = rows.map(({ value }, index): RowOutcome => {
        const refuse = (reason: RowReason, field: string | null = null): RowOutcome => ({ outcome: 'rejected', fault: { field, reason } })
        const { subjectId, erasedId, key, known } = seen.rows[index] as SeenRow
        if (erasedId !== null) workItems.push({ kind: 'erased_sent_again', ref: erasedId, source: importSource })
        const event = consentEventOf(value, randomUUID(), importSource, now)
        const services = world.restingOn.get(value.purpose) ?? []
        const judged = judgeConsent(event, {
          now,
          person: subjectId === null ? { is: erasedId === null ? 'unknown' : 'erased' } : { is: 'on_file', subjectId },
          known,
          purposeKnown: world.purposes.has(value.purpose),
          noticeKnown: value.noticeVersion === null || world.notices.has(noticeKey(value.purpose, value.noticeVersion)),
          barred: services.some((service) => seen.barred.has(`${subjectId ?? ''}\u001f${service}`)),
          onFile: (seen.events.get(subjectId ?? '') ?? []).filter((one) => one.purpose === value.purpose),
        })
        if (judged.verdict === 'duplicate') return { outcome: 'unchanged' }
        if (judged.verdict === 'reject' || subjectId === null) {
          const { reason, field } = judged.verdict === 'reject' ? judged : { reason: 'unknown-person' as const, field: null }
          if (reason === 'not-eligible' && subjectId !== null) {
            workItems.push({ kind: 'barred_consent', ref: subjectId, source: importSource })
          }
          return refuse(reason, field)
        }
        touched.add(subjectId)
        const subjectKey = seen.keys.get(subjectId)
        if (value.evidenceRef !== null && subjectKey === undefined) return refuse('subject-erased')
        inserts.push([
          event.id, subjectId, value.purpose, value.noticeVersion, value.state, value.indication, value.channel,
          toDate(value.occurredAt), toDate(now), importSource, key,
          value.evidenceRef === null || subjectKey === undefined
            ? null
            : vault.sealText(subjectKey, 'consent_event', 'evidence', event.id, value.evidenceRef),
        ])
        if (event.state === 'ConsentWithdrawn' && services.length > 0) {
          jobs.push(withdrawalArrived({ subjectId, purpose: value.purpose, eventId: event.id }))
        }
        return { outcome: 'accepted' }
      })

      return {
        outcomes,
        jobs,
        workItems,
        events: [],
        async write(queries) {
          await assertUnmoved(queries, [...touched], seen.marks)
          await insert(queries, inserts)
        },
      }
    },
  }
}

/** Only these states are judged by what came before them (domain/consent/admit.ts). */
const mustFollow = ({ state }: ConsentRow): boolean =>
  state === 'RenewedConsentGiven' || state === 'ConsentExpired' || state === 'ConsentInvalidated' || state === 'ConsentUnknown'

const eventKey = (vault: Vault, row: ConsentRow): Uint8Array => senderKeyOf(vault, row)

interface SeenRow {
  readonly subjectId: string | null
  readonly erasedId: string | null
  readonly key: Uint8Array
  readonly known: KnownConsent | null
}

interface Seen {
  /** How many marks there were; null where no row of the batch could meet one. */
  readonly marks: number | null
  readonly rows: readonly SeenRow[]
  readonly events: ReadonlyMap<string, readonly ConsentEvent[]>
  readonly barred: ReadonlySet<string>
  readonly keys: ReadonlyMap<string, Uint8Array>
}

/** Everything of the database that the rows of a batch are judged by. */
async function look(
  queries: RawQueries,
  vault: Vault,
  rows: readonly BatchRow<ConsentRow>[],
  now: number,
  restingOn: ReadonlyMap<string, readonly string[]>,
): Promise<Seen> {
  const accounts = rows.map(({ value }) => vault.blindIndex('account_id', value.externalId))
  const eventKeys = rows.map(({ value }) => eventKey(vault, value))
  const ids = await subjectsByAccount(queries, accounts)
  const known = await eventsByKey(queries, eventKeys)
  const subjectAt = rows.map((_row, index) => ids.get(hexOf(accounts[index] as Uint8Array)) ?? null)
  // Only of nobody on file it has to be asked whether they were erased.
  const lost = rows.filter((_row, index) => subjectAt[index] === null)
  const tags = new Map(lost.map(({ value }) => [value.externalId, vault.registryTag('account_id', value.externalId).tag]))
  const erased = await erasedByTag(queries, [...tags.values()])
  const subjectsWhere = (holds: (row: ConsentRow) => boolean): string[] => [
    ...new Set(rows.flatMap(({ value }, index) => (holds(value) ? (subjectAt[index] ?? []) : []))),
  ]
  const enrolling = subjectsWhere((row) => isGiving(row.state) && restingOn.has(row.purpose))
  const marks = enrolling.length === 0 ? null : await countMarks(queries)
  return {
    marks,
    rows: rows.map(({ value }, index) => ({
      subjectId: subjectAt[index] ?? null,
      erasedId: erased.get(hexOf(tags.get(value.externalId) ?? new Uint8Array())) ?? null,
      key: eventKeys[index] as Uint8Array,
      known: knownConsent(known.get(hexOf(eventKeys[index] as Uint8Array))),
    })),
    events: await eventsOf(queries, subjectsWhere(mustFollow)),
    // Where nobody is marked, nobody's identifiers need to be opened.
    barred: marks === null || marks === 0 ? new Set() : await barredPairs(queries, vault, enrolling, now),
    keys: await subjectKeysOf(queries, vault, subjectsWhere((row) => row.evidenceRef !== null)),
  }
}

const knownConsent = (row: KnownEvent | undefined): KnownConsent | null =>
  row === undefined
    ? null
    : { subjectId: row.subject_id, purpose: row.purpose, state: row.state, occurredAt: Date.parse(row.occurred_at) }

async function subjectKeysOf(queries: RawQueries, vault: Vault, subjectIds: readonly string[]): Promise<Map<string, Uint8Array>> {
  const rows = await allIn<{ subject_id: string; wrapped: Uint8Array }>(
    queries,
    'SELECT subject_id, wrapped FROM subject_key WHERE subject_id IN (:list)',
    subjectIds,
  )
  return new Map(rows.map((row) => [row.subject_id, vault.subjectKey(row.subject_id, row.wrapped)]))
}

/** Nobody was erased or marked since they were read. @throws Moved */
async function assertUnmoved(queries: RawQueries, subjectIds: readonly string[], marks: number | null): Promise<void> {
  if (marks !== null && marks !== (await countMarks(queries))) throw new Moved()
  const rows = await allIn<{ subject_id: string }>(queries, 'SELECT subject_id FROM subject_key WHERE subject_id IN (:list)', subjectIds)
  if (rows.length !== subjectIds.length) throw new Moved()
}

/** A key that came in meanwhile is met by its unique index, and the batch is prepared again. */
async function insert(queries: RawQueries, rows: readonly RawParam[][]): Promise<void> {
  await queries.runMany(
    `INSERT INTO consent_event (id, subject_id, purpose, notice_version, state, indication, channel, occurred_at,
       recorded_at, source, event_key, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rows,
  )
}
