import type { BroughtIdentifier } from '#usecases/ports/gate-store.ts'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import { allOf } from '../db/gate/list-query.ts'
import { readBarring } from '../db/gate/read-barring.ts'
import type { RawQueries } from '../db/raw.ts'
import type { Vault } from '../keys/vault.ts'

/**
 * What the gate's answers follow from, as a text that differs when a mark or an unfinished deletion came, went or
 * moved; null while there is neither, and nobody can be barred.
 */
export async function gateState(queries: RawQueries): Promise<string | null> {
  const [row] = await queries.all<Record<'marks' | 'superseded' | 'deletions' | 'versions', number | null>>(
    `SELECT (SELECT count(*) FROM registry_entry) AS marks,
       (SELECT count(superseded_at) FROM registry_entry) AS superseded,
       count(*) AS deletions, sum(version) AS versions
     FROM request WHERE kind = 'deletion' AND ended_at IS NULL`,
  )
  if (row === undefined || Number(row.marks) + Number(row.deletions) === 0) return null
  return [row.marks, row.superseded, row.deletions, row.versions].map(Number).join(' ')
}

/**
 * Asks the gate about subjects on file, by every identifier that they ever had.
 *
 * @param asked the subjects by service
 * @returns `pairOf` each subject and service that are answered by a no
 */
export async function barredPairs(
  sources: { readonly raw: RawQueries; readonly vault: Vault },
  asked: ReadonlyMap<string, readonly string[]>,
  now: number,
): Promise<Set<string>> {
  const pairs = new Set<string>()
  const subjectIds = [...new Set([...asked.values()].flat())]
  const identifiers = await identifiersOf(sources.raw, sources.vault, subjectIds)
  for (const [service, subjects] of asked) {
    const people = subjects.map((subjectId) => identifiers.get(subjectId) ?? [])
    const answers = (await readBarring(sources, service, people, now)) ?? []
    for (const [index, subjectId] of subjects.entries()) {
      if ((answers[index] ?? null) !== null) pairs.add(pairOf(subjectId, service))
    }
  }
  return pairs
}

export const pairOf = (subjectId: string, service: string): string => `${subjectId}\u001f${service}`

interface IdentifierRow {
  id: string
  subject_id: string
  type: IdentifierType
  ciphertext: Uint8Array
}

async function identifiersOf(
  queries: RawQueries,
  vault: Vault,
  subjectIds: readonly string[],
): Promise<Map<string, BroughtIdentifier[]>> {
  const keys = await subjectKeysOf(queries, vault, subjectIds)
  const rows = await allOf<IdentifierRow>(
    queries,
    'SELECT id, subject_id, type, ciphertext FROM identifier WHERE subject_id IN (:list)',
    subjectIds,
  )
  const identifiers = new Map<string, BroughtIdentifier[]>()
  for (const row of rows) {
    const key = keys.get(row.subject_id)
    if (key === undefined) continue
    const normalised = vault.openText(key, 'identifier', 'ciphertext', row.id, row.ciphertext)
    identifiers.set(row.subject_id, [...(identifiers.get(row.subject_id) ?? []), { type: row.type, normalised }])
  }
  return identifiers
}

/** The keys of subjects, by id; none for who was erased. */
export async function subjectKeysOf(
  queries: RawQueries,
  vault: Vault,
  subjectIds: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const rows = await allOf<{ subject_id: string; wrapped: Uint8Array }>(
    queries,
    'SELECT subject_id, wrapped FROM subject_key WHERE subject_id IN (:list)',
    subjectIds,
  )
  return new Map(rows.map((row) => [row.subject_id, vault.subjectKey(row.subject_id, row.wrapped)]))
}
