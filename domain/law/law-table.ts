import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { RequestKind } from '#domain/request/kinds.ts'
import { addDays } from './calendar-date.ts'
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
  const rows = table.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
  const hex = createHash('sha256').update(canonicalize(rows) ?? '').digest('hex').slice(0, 16)
  return `law-${hex.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))}`
}

/** A dated version of a row: no two of one table have the same. */
const nameOf = (row: LawRow): string => `${row.id} ${row.validFrom}`

/**
 * The table with changed rows put in. A row takes the place of the one with its id and first day; with another first
 * day it is a further version, and the one before it ends the day before.
 */
export function withLawRows(table: LawTable, changed: Iterable<LawRow>): LawTable {
  const rows = new Map(table.map((row) => [nameOf(row), row]))
  for (const row of changed) rows.set(nameOf(row), row)
  const versions = new Map<string, LawRow[]>()
  for (const row of rows.values()) versions.set(row.id, [...(versions.get(row.id) ?? []), row])
  return [...versions.values()].flatMap(endingBeforeTheNext)
}

function endingBeforeTheNext(versions: readonly LawRow[]): LawRow[] {
  const dated = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return dated.map((row, index) => {
    const next = dated[index + 1]
    if (next === undefined) return row
    const last = addDays(next.validFrom, -1)
    return row.validTo !== undefined && row.validTo < last ? row : { ...row, validTo: last }
  })
}

/** One row of each id: the version in force on that day, else the next one to come, else the last one there was. */
export function currentRows(table: LawTable, at: number): LawRow[] {
  const versions = new Map<string, LawRow[]>()
  for (const row of table) versions.set(row.id, [...(versions.get(row.id) ?? []), row])
  return [...versions.values()].flatMap((rows) => {
    const toCome = rows.find((row) => row.validFrom > localDateOf(at, zoneOf(row.jurisdiction)))
    return rows.find((row) => inForce(row, row.jurisdiction, at)) ?? toCome ?? rows.at(-1) ?? []
  })
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
