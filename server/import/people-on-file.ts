import type { RawQueries } from '../db/raw.ts'
import type { Vault } from '../keys/vault.ts'
import { allOf, hexText } from '../db/gate/list-query.ts'

/** An identifier as it is stored; which value it has is known by its blind index alone. */
export interface StoredIdentifier {
  readonly id: string
  readonly type: string
  readonly index: string
  readonly current: boolean
}

/** A subject on file, with what an import compares a row with. */
export interface PersonOnFile {
  readonly subjectId: string
  readonly version: number
  readonly locale: string | null
  readonly jurisdiction: string | null
  /** Epoch ms. */
  readonly registeredAt: number | null
  readonly key: Uint8Array
  readonly identifiers: readonly StoredIdentifier[]
  readonly name: string | null
  readonly bornOn: string | null
}

/** Subject ids by the blind index (hex) of the external id. */
export async function subjectsByAccount(
  queries: RawQueries,
  indexes: readonly Uint8Array[],
): Promise<Map<string, string>> {
  const rows = await allOf<{ blind_index: Uint8Array; subject_id: string }>(
    queries,
    `SELECT blind_index, subject_id FROM identifier
     WHERE blind_index IN (:list) AND type = 'account_id' AND held_to IS NULL`,
    indexes,
  )
  return new Map(rows.map((row) => [hexText(row.blind_index), row.subject_id]))
}

/** The versions of these subjects, by id. */
export async function versionsOf(queries: RawQueries, subjectIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await allOf<{ id: string; version: number }>(queries, 'SELECT id, version FROM subject WHERE id IN (:list)', subjectIds)
  return new Map(rows.map((row) => [row.id, row.version]))
}

/** Subject ids of erased accounts, by the tag (hex) of the external id. */
export async function erasedByTag(queries: RawQueries, tags: readonly Uint8Array[]): Promise<Map<string, string>> {
  const rows = await allOf<{ tag: Uint8Array; subject_id: string }>(
    queries,
    'SELECT tag, subject_id FROM erased_external_id WHERE tag IN (:list)',
    tags,
  )
  return new Map(rows.map((row) => [hexText(row.tag), row.subject_id]))
}

/** Everything that an import compares with, by subject id. A subject whose key was destroyed is left out. */
export async function peopleOnFile(
  queries: RawQueries,
  vault: Vault,
  subjectIds: readonly string[],
): Promise<Map<string, PersonOnFile>> {
  if (subjectIds.length === 0) return new Map()
  const subjects = await allOf<SubjectRow>(
    queries,
    'SELECT id, version, locale, jurisdiction, registered_at FROM subject WHERE id IN (:list)',
    subjectIds,
  )
  const keys = await allOf<{ subject_id: string; wrapped: Uint8Array }>(
    queries,
    'SELECT subject_id, wrapped FROM subject_key WHERE subject_id IN (:list)',
    subjectIds,
  )
  const identifiers = groupBy(
    await allOf<IdentifierRow>(
      queries,
      'SELECT id, subject_id, type, blind_index, held_to FROM identifier WHERE subject_id IN (:list)',
      subjectIds,
    ),
  )
  const fields = groupBy(
    await allOf<FieldRow>(queries, 'SELECT subject_id, field, ciphertext FROM subject_field WHERE subject_id IN (:list)', subjectIds),
  )
  const wrapped = new Map(keys.map((row) => [row.subject_id, row.wrapped]))
  const people = subjects.flatMap((row): [string, PersonOnFile][] => {
    const sealedKey = wrapped.get(row.id)
    if (sealedKey === undefined) return []
    const key = vault.subjectKey(row.id, sealedKey)
    const field = (name: string): string | null => {
      const found = fields.get(row.id)?.find((one) => one.field === name)
      return found === undefined ? null : vault.openText(key, 'subject_field', name, row.id, found.ciphertext)
    }
    const person: PersonOnFile = {
      subjectId: row.id,
      version: row.version,
      locale: row.locale,
      jurisdiction: row.jurisdiction,
      registeredAt: row.registered_at === null ? null : Date.parse(row.registered_at),
      key,
      identifiers: (identifiers.get(row.id) ?? []).map((one) => ({
        id: one.id,
        type: one.type,
        index: hexText(one.blind_index),
        current: one.held_to === null,
      })),
      name: field('name'),
      bornOn: field('born_on'),
    }
    return [[row.id, person]]
  })
  return new Map(people)
}

interface SubjectRow {
  id: string
  version: number
  locale: string | null
  jurisdiction: string | null
  registered_at: string | null
}
interface IdentifierRow {
  id: string
  subject_id: string
  type: string
  blind_index: Uint8Array
  held_to: string | null
}
interface FieldRow {
  subject_id: string
  field: string
  ciphertext: Uint8Array
}

function groupBy<Row extends { subject_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.subject_id)
    if (group === undefined) groups.set(row.subject_id, [row])
    else group.push(row)
  }
  return groups
}

