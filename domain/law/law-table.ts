import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { RequestKind } from '#domain/request/kinds.ts'
import { anywhere, coversPlace, zoneOf, type Jurisdiction } from './jurisdiction.ts'
import type { LawRow, LawTable, MarkAllowed } from './law-row.ts'
import { localDateOf } from './local-day.ts'

export { startingLawTable } from './starting-law-table.ts'
export type { LawRow, LawTable } from './law-row.ts'

/**
 * Names exactly these rows, whatever their order: `law-` and 16 letters from a to p, 64 bits of a SHA-256. Letters
 * alone, since it stands in audit entries, which refuse whatever could be a phone number. A request keeps the version
 * it was opened under.
 */
export function lawVersion(table: LawTable): string {
  const rows = table.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const hex = createHash('sha256').update(canonicalize(rows) ?? '').digest('hex').slice(0, 16)
  return `law-${hex.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))}`
}

/** The table with changed rows put in: a row with a known id takes its place, any other is added. */
export function withLawRows(table: LawTable, changed: Iterable<LawRow>): LawTable {
  const rows = new Map(table.map((row) => [row.id, row]))
  for (const row of changed) rows.set(row.id, row)
  return [...rows.values()]
}

/** The table with the length of the fallback's answer, setting `fallback_answer_months`. */
export function withFallbackMonths(table: LawTable, amount: number): LawTable {
  return table.map((row) => (row.jurisdiction === anywhere ? { ...row, answer: { amount, unit: 'month' } } : row))
}

const inForce = (row: LawRow, place: Jurisdiction, at: number): boolean => {
  const day = localDateOf(at, zoneOf(place))
  return row.validFrom <= day && (row.validTo === undefined || day <= row.validTo)
}

const speaksFor = (row: LawRow, place: Jurisdiction, at: number) =>
  coversPlace(row.jurisdiction, place) && inForce(row, place, at)

const fallback = (table: LawTable, at: number) =>
  table.filter((row) => row.jurisdiction === anywhere && inForce(row, anywhere, at))

const speaksAbout = (row: LawRow, kind: RequestKind, scope: 'account' | 'service' | undefined) =>
  (row.kinds === 'all' || row.kinds.includes(kind)) &&
  (row.scope === undefined || scope === undefined || row.scope === scope)

/**
 * The rows that say how long an answer may take in one place, in the table's order; the fallback where none
 * does.
 *
 * @param at epoch ms of receipt: a row counts if it is in force on that day there
 * @param scope leave out when unknown: then rows of either scope count, and the earliest deadline wins
 */
export function rowsFor(
  jurisdiction: Jurisdiction,
  kind: RequestKind,
  at: number,
  table: LawTable,
  scope?: 'account' | 'service',
): LawRow[] {
  const rows = table.filter((row) => speaksFor(row, jurisdiction, at) && speaksAbout(row, kind, scope))
  return rows.some((row) => row.answer !== undefined) ? rows : [...rows, ...fallback(table, at)]
}

/** The rows that say whether a person in this place may be marked; the fallback where none does. */
export function markRowsFor(jurisdiction: Jurisdiction, at: number, table: LawTable): LawRow[] {
  const speaking = table.filter((row) => row.mark !== undefined)
  const rows = speaking.filter((row) => speaksFor(row, jurisdiction, at))
  return rows.length > 0 ? rows : fallback(speaking, at)
}

/**
 * The rows to store when counsel decided whether marks are allowed in a place. A place without rows of its
 * own that speak of marks gets a copy of the fallback, so that deciding for Canada decides nothing for the
 * rest of the world.
 */
export function markDecided(table: LawTable, jurisdiction: Jurisdiction, mark: MarkAllowed): LawRow[] {
  const own = table.filter((row) => row.jurisdiction === jurisdiction && row.mark !== undefined)
  if (own.length > 0) return own.map((row) => ({ ...row, mark }))
  const copied = table.filter((row) => row.jurisdiction === anywhere)
  const suffix = jurisdiction.toLowerCase()
  return copied.map((row) => ({ ...row, id: `${row.id}.${suffix}`, jurisdiction, mark, notes: ['copy_of_fallback'] }))
}

/** The rows in force whose mark is still undecided: they stand in the set-up list. */
export function undecidedRows(table: LawTable, at: number): LawRow[] {
  return table.filter((row) => row.mark === 'undecided' && inForce(row, row.jurisdiction, at))
}
