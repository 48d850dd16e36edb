import { inOrder, type ConsentEvent, type ConsentState } from '#domain/consent/consent-event.ts'
import type { KnownConsent } from '#usecases/consent/judge-consent.ts'
import type { RawQueries } from '../db/raw.ts'
import { allOf, hexText } from '../db/gate/list-query.ts'

/** What a consent import must know of the set-up: read once, since services and notices are few. */
export interface ConsentWorld {
  readonly purposes: ReadonlySet<string>
  /** purpose ‖ 0x1F ‖ version. */
  readonly notices: ReadonlySet<string>
  /** Services by the purpose that they rest on. */
  readonly restingOn: ReadonlyMap<string, readonly string[]>
}

export const noticeKey = (purpose: string, version: string): string => `${purpose}\u001f${version}`

/** Reads the services, purposes and notice versions. */
export async function consentWorld(queries: RawQueries): Promise<ConsentWorld> {
  const services = await queries.all<{ key: string; rests_on: string }>('SELECT key, rests_on FROM service')
  const named = await queries.all<{ purpose: string }>('SELECT DISTINCT purpose FROM service_purpose')
  const notices = await queries.all<{ purpose: string; version: string }>('SELECT DISTINCT purpose, version FROM notice')
  const restingOn = Map.groupBy(services, (service) => service.rests_on)
  return {
    purposes: new Set([...named, ...notices].map(({ purpose }) => purpose)),
    notices: new Set(notices.map(({ purpose, version }) => noticeKey(purpose, version))),
    restingOn: new Map([...restingOn].map(([purpose, ones]) => [purpose, ones.map(({ key }) => key)])),
  }
}

/** The events of these subjects by subject id, for the rows whose state must follow another. */
export async function eventsOf(
  queries: RawQueries,
  subjectIds: readonly string[],
): Promise<Map<string, ConsentEvent[]>> {
  const rows = await allOf<EventRow>(
    queries,
    `SELECT id, subject_id, purpose, notice_version, state, indication, channel, occurred_at, recorded_at, source
     FROM consent_event WHERE subject_id IN (:list)`,
    subjectIds,
  )
  const events = rows.map((row): [string, ConsentEvent] => [
    row.subject_id,
    {
      id: row.id,
      purpose: row.purpose,
      noticeVersion: row.notice_version,
      state: row.state,
      indication: row.indication,
      channel: row.channel,
      occurredAt: Date.parse(row.occurred_at),
      recordedAt: Date.parse(row.recorded_at),
      source: row.source,
      hasEvidence: false,
    },
  ])
  const groups = Map.groupBy(events, ([subjectId]) => subjectId)
  return new Map([...groups].map(([subjectId, ones]) => [subjectId, inOrder(ones.map(([, event]) => event))]))
}

interface EventRow {
  id: string
  subject_id: string
  purpose: string
  notice_version: string | null
  state: ConsentState
  indication: string
  channel: string
  occurred_at: string
  recorded_at: string
  source: string
}

/** Known events by the keyed hash (hex) of the sender's id: what they say, to tell the same one from another. */
export async function eventsByKey(
  queries: RawQueries,
  keys: readonly Uint8Array[],
): Promise<Map<string, KnownConsent>> {
  const rows = await allOf<KnownRow>(
    queries,
    'SELECT event_key, subject_id, purpose, state, occurred_at FROM consent_event WHERE event_key IN (:list)',
    keys,
  )
  return new Map(
    rows.map((row) => [
      hexText(row.event_key),
      { subjectId: row.subject_id, purpose: row.purpose, state: row.state, occurredAt: Date.parse(row.occurred_at) },
    ]),
  )
}

interface KnownRow {
  event_key: Uint8Array
  subject_id: string
  purpose: string
  state: string
  occurred_at: string
}
