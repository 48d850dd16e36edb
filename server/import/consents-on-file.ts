import { inOrder, type ConsentEvent, type ConsentState } from '#domain/consent/consent-event.ts'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import { isBarred } from '#domain/ineligibility/bar.ts'
import type { RawQueries } from '../db/raw.ts'
import type { Vault } from '../keys/vault.ts'
import { allIn, hexOf } from './in-chunks.ts'

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
export async function eventsOf(queries: RawQueries, subjectIds: readonly string[]): Promise<Map<string, ConsentEvent[]>> {
  const rows = await allIn<EventRow>(
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

/** An event under a sender's id: what it says, to tell the same one from another with the same id. */
export interface KnownEvent {
  readonly event_key: Uint8Array
  readonly subject_id: string
  readonly purpose: string
  readonly state: string
  readonly occurred_at: string
}

/** Known events by their key (hex). */
export async function eventsByKey(queries: RawQueries, keys: readonly Uint8Array[]): Promise<Map<string, KnownEvent>> {
  const rows = await allIn<KnownEvent>(
    queries,
    'SELECT event_key, subject_id, purpose, state, occurred_at FROM consent_event WHERE event_key IN (:list)',
    keys,
  )
  return new Map(rows.map((row) => [hexOf(row.event_key), row]))
}

/** How many marks were ever made and superseded: another number says that a mark came or went. */
export async function countMarks(queries: RawQueries): Promise<number> {
  const [row] = await queries.all<{ marks: number }>('SELECT count(*) + count(superseded_at) AS marks FROM registry_entry')
  return Number(row?.marks ?? 0)
}

/**
 * Which of these subjects are barred from which services, as `subject ‖ 0x1F ‖ service`, by every identifier that
 * they ever had on file.
 */
export async function barredPairs(queries: RawQueries, vault: Vault, subjectIds: readonly string[], now: number): Promise<Set<string>> {
  const tagsOf = await registryTagsOf(queries, vault, subjectIds)
  const tags = [...new Map([...tagsOf.values()].flat().map((tag) => [hexOf(tag), tag])).values()]
  const matched = await allIn<{ entry_id: string }>(queries, 'SELECT DISTINCT entry_id FROM registry_tag WHERE tag IN (:list)', tags)
  if (matched.length === 0) return new Set()
  const entryIds = [...new Set(matched.map((row) => row.entry_id))]
  const entries = await allIn<{ id: string; service_key: string; ends_at: string | null; superseded_at: string | null }>(
    queries,
    'SELECT id, service_key, ends_at, superseded_at FROM registry_entry WHERE id IN (:list)',
    entryIds,
  )
  const entryTags = Map.groupBy(
    await allIn<{ entry_id: string; tag: Uint8Array; bars_alone: boolean | number }>(
      queries,
      'SELECT entry_id, tag, bars_alone FROM registry_tag WHERE entry_id IN (:list)',
      entryIds,
    ),
    (row) => row.entry_id,
  )
  const pairs = new Set<string>()
  for (const [subjectId, own] of tagsOf) {
    const brought = new Set(own.map(hexOf))
    for (const entry of entries) {
      const barring = {
        tags: (entryTags.get(entry.id) ?? []).map((row) => ({ tag: hexOf(row.tag), barsAlone: Boolean(row.bars_alone) })),
        endsAt: entry.ends_at === null ? null : Date.parse(entry.ends_at),
        supersededAt: entry.superseded_at === null ? null : Date.parse(entry.superseded_at),
      }
      if (isBarred(barring, brought, now)) pairs.add(`${subjectId}\u001f${entry.service_key}`)
    }
  }
  return pairs
}

async function registryTagsOf(queries: RawQueries, vault: Vault, subjectIds: readonly string[]): Promise<Map<string, Uint8Array[]>> {
  const keys = await allIn<{ subject_id: string; wrapped: Uint8Array }>(
    queries,
    'SELECT subject_id, wrapped FROM subject_key WHERE subject_id IN (:list)',
    subjectIds,
  )
  const opened = new Map(keys.map((row) => [row.subject_id, vault.subjectKey(row.subject_id, row.wrapped)]))
  const identifiers = await allIn<{ id: string; subject_id: string; type: IdentifierType; ciphertext: Uint8Array }>(
    queries,
    'SELECT id, subject_id, type, ciphertext FROM identifier WHERE subject_id IN (:list)',
    subjectIds,
  )
  const tags = new Map<string, Uint8Array[]>()
  for (const row of identifiers) {
    const key = opened.get(row.subject_id)
    if (key === undefined) continue
    const value = vault.openText(key, 'identifier', 'ciphertext', row.id, row.ciphertext)
    const { tag } = vault.registryTag(row.type, value)
    tags.set(row.subject_id, [...(tags.get(row.subject_id) ?? []), tag])
  }
  return tags
}

