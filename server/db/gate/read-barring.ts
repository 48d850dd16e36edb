import { barsAlone, isBarred, type EntryTag } from '#domain/ineligibility/bar.ts'
import { restricts } from '#domain/request/shown.ts'
import type { Request } from '#domain/request/request.ts'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import { settingsFrom } from '#domain/settings/settings.ts'
import { unavailable } from '#usecases/errors.ts'
import type { BroughtIdentifier } from '#usecases/ports/gate-store.ts'
import type { Vault } from '../../keys/vault.ts'
import type { RawQueries } from '../raw.ts'
import { allOf, hexText } from './list-query.ts'

interface Sources {
  readonly raw: RawQueries
  readonly vault: Vault
}

/** One person's identifiers as they can be searched for: registry tags and blind indexes, as hex too. */
interface Asker {
  readonly tags: ReadonlyMap<string, Uint8Array>
  readonly indexes: ReadonlyMap<string, Uint8Array>
}

/**
 * What says no to each of these people for a service: a registry entry's id, or an unfinished deletion's; null where
 * nothing does (domain book §7 and §5.2, `restricted`). Null altogether for an unknown service.
 *
 * @throws Unavailable when the tags on file are of another key generation than this process has: with a key missing,
 * nobody who was erased would be known again, and everybody would look eligible
 */
export async function readBarring(
  { raw, vault }: Sources,
  service: string,
  people: readonly (readonly BroughtIdentifier[])[],
  now: number,
): Promise<(string | null)[] | null> {
  let generation = 0
  const askers = people.map((brought): Asker => {
    const [tags, indexes] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()]
    for (const { type, normalised } of brought) {
      const made = vault.registryTag(type, normalised)
      generation = made.generation
      tags.set(hexText(made.tag), made.tag)
      const index = vault.blindIndex(type, normalised)
      indexes.set(hexText(index), index)
    }
    return { tags, indexes }
  })
  const tags = distinct(askers.map((asker) => asker.tags))
  const indexes = distinct(askers.map((asker) => asker.indexes))
  const seen = await glance(raw, service, tags, indexes)
  if (seen === null) return null
  if ((seen.oldest ?? generation) !== generation || (seen.newest ?? generation) !== generation) {
    throw unavailable('registry_keys_differ')
  }
  if (!seen.anything) return askers.map(() => null)
  const entries = await entriesOf(raw, service, tags)
  const restricted = await restrictedBy(raw, service, indexes)
  return askers.map((asker) => {
    const entry = entries.find((one) => isBarred(one, asSet(asker.tags), now))
    const deletion = entry ?? restricted.find((one) => isBarred(one, asSet(asker.indexes), now))
    return deletion?.id ?? null
  })
}

const time = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))

const asSet = (map: ReadonlyMap<string, Uint8Array>): ReadonlySet<string> => new Set(map.keys())

const distinct = (maps: readonly ReadonlyMap<string, Uint8Array>[]): Uint8Array[] => [
  ...new Map(maps.flatMap((map) => [...map])).values(),
]

/** So many identifiers are looked at in one statement; whoever brings more is asked about in full. */
const atAGlance = 3

/**
 * Whether there can be anything at all against these identifiers: for nearly everybody there is not, and then this one
 * statement is the whole answer. Null for an unknown service.
 */
async function glance(
  raw: RawQueries,
  service: string,
  tags: readonly Uint8Array[],
  indexes: readonly Uint8Array[],
): Promise<{ oldest: number | null; newest: number | null; anything: boolean } | null> {
  const few = tags.length <= atAGlance && indexes.length <= atAGlance
  const three = (list: readonly Uint8Array[]) =>
    Array.from({ length: atAGlance }, (_, n) => (few ? (list[n] ?? null) : null))
  const [row] = await raw.all<{ service: string | null; oldest: number | null; newest: number | null; hits: number }>(
    `SELECT (SELECT key FROM service WHERE key = ?) AS service,
       (SELECT min(generation) FROM registry_tag) AS oldest, (SELECT max(generation) FROM registry_tag) AS newest,
       (SELECT count(*) FROM registry_tag WHERE tag IN (?, ?, ?))
         + (SELECT count(*) FROM identifier i JOIN request_subject rs ON rs.subject_id = i.subject_id
            WHERE i.blind_index IN (?, ?, ?)) AS hits`,
    [service, ...three(tags), ...three(indexes)],
  )
  if (row === undefined || row.service === null) return null
  return { oldest: row.oldest, newest: row.newest, anything: !few || row.hits > 0 }
}

interface Barring {
  readonly id: string
  readonly tags: readonly EntryTag[]
  readonly endsAt: number | null
  readonly supersededAt: number | null
}

/** The entries of the service that carry one of the tags, each with those of its tags that were asked for. */
async function entriesOf(raw: RawQueries, service: string, tags: readonly Uint8Array[]): Promise<Barring[]> {
  const rows = await allOf<{ id: string; ends_at: string | null; tag: Uint8Array; bars_alone: boolean }>(
    raw,
    `SELECT e.id AS id, e.ends_at AS ends_at, t.tag AS tag, t.bars_alone AS bars_alone
     FROM registry_tag t JOIN registry_entry e ON e.id = t.entry_id
     WHERE t.tag IN (:list) AND e.service_key = ? AND e.superseded_at IS NULL`,
    tags,
    [service],
  )
  return [...Map.groupBy(rows, (row) => row.id)].map(([id, own]) => ({
    id,
    tags: own.map((row) => ({ tag: hexText(row.tag), barsAlone: row.bars_alone })),
    endsAt: time(own[0]?.ends_at ?? null),
    supersededAt: null,
  }))
}

interface HolderRow {
  subject_id: string
  type: IdentifierType
  blind_index: Uint8Array
  current: number
}

/**
 * Verified and unfinished deletions of whoever holds one of the identifiers now. They bar by the same rule as a mark
 * would: somebody who shares a phone with the person is not turned away for it.
 */
async function restrictedBy(raw: RawQueries, service: string, indexes: readonly Uint8Array[]): Promise<Barring[]> {
  const holders = await allOf<HolderRow>(
    raw,
    `SELECT subject_id, type, blind_index, CASE WHEN held_to IS NULL THEN 1 ELSE 0 END AS current
     FROM identifier WHERE blind_index IN (:list)`,
    indexes,
  )
  if (holders.length === 0) return []
  const deletions = await allOf<{ subject_id: string; id: string; body: string }>(
    raw,
    `SELECT rs.subject_id AS subject_id, r.id AS id, r.body AS body FROM request_subject rs
     JOIN request r ON r.id = rs.request_id
     WHERE rs.subject_id IN (:list) AND r.kind = 'deletion' AND r.ended_at IS NULL
       AND (r.scope = 'account' OR r.service_key = ?)`,
    [...new Set(holders.map((row) => row.subject_id))],
    [service],
  )
  const verified = deletions.filter(({ body }) => restricts((JSON.parse(body) as { request: Request }).request))
  if (verified.length === 0) return []
  const weakMayBarAlone = await weakSetting(raw)
  const holdersOf = Map.groupBy(holders, (row) => hexText(row.blind_index))
  // Accounts that one deletion names are one person's.
  const named = Map.groupBy(verified, (row) => row.id)
  return verified.map(({ id, subject_id: subjectId }) => ({
    id,
    tags: holders
      .filter((row) => row.subject_id === subjectId && row.current === 1)
      .map(({ type, blind_index: index }) => {
        const holding = new Set(holdersOf.get(hexText(index))?.map((row) => row.subject_id))
        const others = holding.difference(new Set(named.get(id)?.map((row) => row.subject_id)))
        return { tag: hexText(index), barsAlone: barsAlone(type, others.size, weakMayBarAlone) }
      }),
    endsAt: null,
    supersededAt: null,
  }))
}

async function weakSetting(raw: RawQueries): Promise<boolean> {
  const rows = await raw.all<{ key: string; value: string }>('SELECT key, value FROM setting WHERE key = ?', [
    'weak_identifier_bars_alone',
  ])
  return settingsFrom(rows).weak_identifier_bars_alone
}
