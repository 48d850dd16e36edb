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
import { consentWorld, eventsByKey, eventsOf, noticeKey } from './consents-on-file.ts'
import { barredPairs, gateState, pairOf, subjectKeysOf } from './gate-answers.ts'
import { Moved, type BatchRow, type Importer, type PreparedBatch, type RowOutcome } from './importer.ts'
import { allOf, hexText } from '../db/gate/list-query.ts'
import { erasedByTag, subjectsByAccount } from './people-on-file.ts'
import { importSource } from './people-writes.ts'

interface Desk {
  readonly database: Database
  readonly vault: Vault
}

/** Imports consent events: each once, none for who was erased, no consent for who is barred. */
export async function consentsImporter({ database, vault }: Desk): Promise<Importer<ConsentRow>> {
  const world = await consentWorld(database.raw)
  return {
    kind: 'consents',
    read: readConsentRow,
    keysOf(row) {
      const [own, line] = [hexText(eventKey(vault, row)), `${row.externalId}\u001f${row.purpose}`]
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
          barred: services.some((service) => seen.barred.has(pairOf(subjectId ?? '', service))),
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
          await assertUnmoved(queries, [...touched], seen.gate)
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
  /** What the gate's answers followed from; undefined where no row of the batch had to ask it. */
  readonly gate: string | null | undefined
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
  const subjectAt = rows.map((_row, index) => ids.get(hexText(accounts[index] as Uint8Array)) ?? null)
  // Only of nobody on file it has to be asked whether they were erased.
  const lost = rows.filter((_row, index) => subjectAt[index] === null)
  const tags = new Map(lost.map(({ value }) => [value.externalId, vault.registryTag('account_id', value.externalId).tag]))
  const erased = await erasedByTag(queries, [...tags.values()])
  const subjectsWhere = (holds: (row: ConsentRow) => boolean): string[] => [
    ...new Set(rows.flatMap(({ value }, index) => (holds(value) ? (subjectAt[index] ?? []) : []))),
  ]
  const enrolling = (service: string): string[] =>
    subjectsWhere((row) => isGiving(row.state) && (restingOn.get(row.purpose) ?? []).includes(service))
  const asked = new Map([...new Set([...restingOn.values()].flat())].map((service) => [service, enrolling(service)]))
  const gate = [...asked.values()].some((subjects) => subjects.length > 0) ? await gateState(queries) : undefined
  return {
    gate,
    rows: rows.map(({ value }, index) => ({
      subjectId: subjectAt[index] ?? null,
      erasedId: erased.get(hexText(tags.get(value.externalId) ?? new Uint8Array())) ?? null,
      key: eventKeys[index] as Uint8Array,
      known: known.get(hexText(eventKeys[index] as Uint8Array)) ?? null,
    })),
    events: await eventsOf(queries, subjectsWhere(mustFollow)),
    // Where nobody can be barred, nobody's identifiers need to be opened.
    barred: gate === null || gate === undefined ? new Set() : await barredPairs({ raw: queries, vault }, asked, now),
    keys: await subjectKeysOf(queries, vault, subjectsWhere((row) => row.evidenceRef !== null)),
  }
}

/** Nobody was erased, marked or verified for a deletion since they were read. @throws Moved */
async function assertUnmoved(queries: RawQueries, subjectIds: readonly string[], gate: Seen['gate']): Promise<void> {
  if (gate !== undefined && gate !== (await gateState(queries))) throw new Moved()
  const rows = await allOf<{ subject_id: string }>(
    queries,
    'SELECT subject_id FROM subject_key WHERE subject_id IN (:list)',
    subjectIds,
  )
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
