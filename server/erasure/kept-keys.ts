import { isoDay } from '#domain/erasure/retention.ts'
import { writeSealed, type SealedSystem } from '#usecases/erasure/sealed-system.ts'

/**
 * What must stay sealed of a system after a case is complete: the primary keys of the rows that go one day, and the
 * identifiers only while a hold keeps rows that have to be told from other people's then. Null where nothing does.
 */
export function keptKeys({ frozen, identities }: SealedSystem, now: number): string | null {
  const today = isoDay(now)
  const rows = frozen.frozen.map((collection) => ({
    ...collection,
    rows: collection.rows.filter((row) => {
      if (row.why === 'retained') return row.until !== null && row.until > today
      return row.why === 'held' || row.why === 'needed'
    }),
  }))
  const kept = rows.filter((collection) => collection.rows.some((row) => row.why !== 'needed'))
  if (kept.length === 0) return null
  const held = kept.some((collection) => collection.rows.some((row) => row.why === 'held'))
  const left = rows.filter((collection) => collection.rows.length > 0)
  return writeSealed({ frozen: { ...frozen, frozen: left }, identities: held ? identities : [] })
}
