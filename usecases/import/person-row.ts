import { countryOf, parseJurisdiction } from '#domain/law/jurisdiction.ts'
import { countryCode } from '#domain/subject/country.ts'
import { normaliseIdentifier, type IdentifierType } from '#domain/subject/identifier.ts'
import type { SubjectInput } from '../ports/subject-store.ts'
import { cell, identifierReason, readLocale, readMoment, readPastDate, readText, type Cells, type ReadCell } from './cells.ts'
import { refusedRow, type ReadRow, type RowFault } from './row-reasons.ts'

/** Longer than any name that people have; §9 asks that one of 400 characters comes in whole. */
const longestName = 1_000

const contacts = ['phone', 'email', 'national_id'] as const satisfies readonly IdentifierType[]

/** Clocks differ; an account of tomorrow is a mistake. */
const skewMs = 5 * 60_000

/** One person of a file. `hasIdentifier`: a good one beside the account id came with the row. */
export interface PersonRow extends SubjectInput {
  readonly hasIdentifier: boolean
}

/**
 * Reads one row of people. A cell that can not be used is left out and listed, since who can not be found has no
 * rights (interface book, import formats); an empty cell leaves what is on file as it is (formats book). Only
 * without an external id there is nobody to load.
 */
export function readPersonRow(cells: Cells, now: number): ReadRow<PersonRow> {
  const externalId = normaliseIdentifier('account_id', cells.external_id ?? '')
  if (!externalId.ok) {
    return refusedRow('external_id', externalId.reason === 'empty' ? 'value-missing' : identifierReason(externalId.reason))
  }
  const faults: RowFault[] = []
  const read = <T>(field: string, reader: (text: string) => ReadCell<T>): T | undefined => {
    const text = cell(cells, field)
    if (text === '') return undefined
    const result = reader(text)
    if (result.ok) return result.value
    faults.push({ field, reason: result.reason })
    return undefined
  }
  const jurisdiction = read('jurisdiction', readJurisdiction)
  const country = jurisdiction === undefined ? undefined : (countryCode(countryOf(jurisdiction)) ?? undefined)
  const identifiers: Partial<Record<(typeof contacts)[number], string>> = {}
  for (const type of contacts) {
    const value = read(type, (text) => {
      const normalised = normaliseIdentifier(type, text, country === undefined ? {} : { country })
      return normalised.ok ? normalised : { ok: false, reason: identifierReason(normalised.reason) }
    })
    if (value !== undefined) identifiers[type] = value
  }
  const value: PersonRow = {
    externalId: externalId.value,
    identifiers,
    hasIdentifier: Object.keys(identifiers).length > 0,
    ...given('name', read('name', (text) => readText(text, longestName))),
    ...given('locale', read('locale', readLocale)),
    ...given('jurisdiction', jurisdiction),
    ...given('bornOn', read('born_on', (text) => readPastDate(text, now))),
    ...given('registeredAt', read('registered_at', (text) => readPast(text, now))),
  }
  return { ok: true, value, faults }
}

/** An absent field is left as it is on file, so it must be absent and not undefined by accident. */
const given = <K extends string, T>(key: K, value: T | undefined): { readonly [key in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: T }

function readJurisdiction(text: string): ReadCell<string> {
  const place = parseJurisdiction(text)
  const known = place !== null && (place === 'EU' || countryCode(countryOf(place)) !== null)
  return known ? { ok: true, value: place } : { ok: false, reason: 'jurisdiction-unknown' }
}

function readPast(text: string, now: number): ReadCell<number> {
  const moment = readMoment(text)
  return moment.ok && moment.value > now + skewMs ? { ok: false, reason: 'in-the-future' } : moment
}
