import { AsYouType } from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/min'
import examples from 'libphonenumber-js/mobile/examples'

import { readCrockford } from '../request/crockford.ts'
import { parseCaseCode } from '../request/case-code.ts'
import { countryCode } from './country.ts'
import { bareNationalId } from './national-id.ts'
import { nationalIdRules } from './national-id-rules.ts'
import { normaliseIdentifier } from './identifier.ts'
import type { IdentifierFault, IdentifierType, Normalised } from './normalised.ts'
import { readTyped } from './typed-text.ts'

/** What the look-up field says beside what is typed. */
export type RecogniseHint = IdentifierFault | 'case_code_wrong' | 'looks_like_a_name'

/** A complete reading of what was typed. */
export interface Reading {
  readonly kind: IdentifierType | 'case_code'
  readonly normalised: string
}

/** `normalised` only when complete; `missing` characters where that is known; `also`: other complete readings. */
export interface Recognised {
  readonly kind: IdentifierType | 'case_code' | 'unknown'
  readonly normalised?: string
  readonly hint?: RecogniseHint
  readonly missing?: number
  readonly also: readonly Reading[]
}

const maxTyped = 320
const caseCodeLength = 9

/**
 * What somebody typed into the look-up field, while it is typed: an e-mail, a phone in any writing, a national id
 * (bare or `CN:…`), a case code or an account id. `country` reads national numbers; ISO 3166-1 alpha-2.
 *
 * Where several readings are complete the first of phone, national id, case code wins and the others stand in `also`;
 * so does the account id, which any single word may be. People are not found by name: invisible and by design.
 */
export function recogniseIdentifier(typed: string, { country }: { country: string }): Recognised {
  const read = readTyped(typed, maxTyped)
  if ('fault' in read) return { kind: 'unknown', hint: read.fault, also: [] }
  const { text } = read
  if (text.includes('@')) return fromOne('email', normaliseIdentifier('email', text), accountReading(typed))
  if (countryCode(/^([A-Za-z]{2})\s*:/.exec(text)?.[1] ?? '') !== null) {
    return fromOne('national_id', normaliseIdentifier('national_id', text), accountReading(typed))
  }
  const [first, ...also] = [...completeReadings(text, country), ...accountReading(typed)]
  if (first !== undefined && first.kind !== 'account_id') return { ...first, also }
  const partial = halfTyped(text, country)
  if (partial !== null) return { ...partial, also: first === undefined ? [] : [first] }
  if (first !== undefined) return { ...first, also }
  return { kind: 'unknown', hint: /\d/.test(text) ? 'wrong_format' : 'looks_like_a_name', also: [] }
}

function completeReadings(text: string, country: string): Reading[] {
  const readings: Reading[] = []
  const phone = normaliseIdentifier('phone', text, { country })
  if (phone.ok) readings.push({ kind: 'phone', normalised: phone.value })
  // Where ids have no check digit any word would be one: there `CC:` in front says so.
  const id = nationalIdRules[country] === undefined ? null : normaliseIdentifier('national_id', text, { country })
  if (id?.ok === true) readings.push({ kind: 'national_id', normalised: id.value })
  const caseCode = parseCaseCode(text)
  if (caseCode !== null) readings.push({ kind: 'case_code', normalised: caseCode })
  return readings
}

/** Any single word without a sign of another kind may be an account id; it is taken as typed, but for the ends. */
function accountReading(typed: string): Reading[] {
  const word = typed.trim()
  const id = normaliseIdentifier('account_id', word)
  return id.ok && /^[\x21-\x7e]+$/.test(word) ? [{ kind: 'account_id', normalised: id.value }] : []
}

type Half = Pick<Recognised, 'kind' | 'hint' | 'missing'>

/** What the text is on its way to, or what it nearly is; null when it is on its way to nothing known. */
function halfTyped(text: string, country: string): Half | null {
  const bare = bareNationalId(text).toUpperCase()
  const rule = nationalIdRules[country]
  const looksLikeId = rule !== undefined && rule.start.test(bare) && bare.length <= rule.length
  if (/^\+?\d*$/.test(bare)) {
    const phone = halfPhone(text, country)
    const surely = /^[+0]/.test(bare) || !looksLikeId
    if (phone !== null && (surely || phone.likely)) return phone.half
  }
  if (looksLikeId && (/\d/.test(bare) || bare.length === rule.length)) {
    const id = normaliseIdentifier('national_id', bare, { country })
    return id.ok ? null : half('national_id', id)
  }
  return halfCaseCode(text)
}

/** `likely`: it begins as the country's mobile phones do. Null when it is longer than any phone. */
function halfPhone(text: string, country: string): { half: Half; likely: boolean } | null {
  const formatter = new AsYouType(country as CountryCode)
  formatter.input(text.replace(/[^\d+]/g, ''))
  const national = formatter.getNationalNumber()
  const example: string | undefined = examples[formatter.getCountry() ?? (country as CountryCode)]
  const phone = normaliseIdentifier('phone', text, { country })
  if (phone.ok) return null
  const missing = (example?.length ?? 0) - national.length
  const likely = example !== undefined && missing >= 0 && national.startsWith(example.charAt(0))
  if (missing > 0) return { half: { kind: 'phone', hint: 'digits_missing', missing }, likely }
  const written = text.startsWith('+') || missing === 0
  return written ? { half: half('phone', phone), likely } : null
}

/** Nine symbols whose check is wrong, or the beginning of four and four and one as a case code is printed. */
function halfCaseCode(text: string): Half | null {
  const symbols = readCrockford(text)
  if (symbols === null || !/\D/.test(symbols)) return null
  if (symbols.length === caseCodeLength) return { kind: 'case_code', hint: 'case_code_wrong' }
  const printed = /^[0-9A-Za-z]{4}[\s-][0-9A-Za-z]{0,4}$/.test(text) && /\d/.test(symbols)
  return printed ? { kind: 'case_code', hint: 'digits_missing', missing: caseCodeLength - symbols.length } : null
}

function half(kind: IdentifierType, fault: Normalised & { ok: false }): Half {
  return fault.missing === undefined
    ? { kind, hint: fault.reason }
    : { kind, hint: fault.reason, missing: fault.missing }
}

function fromOne(kind: IdentifierType, result: Normalised, also: readonly Reading[]): Recognised {
  return result.ok ? { kind, normalised: result.value, also } : { ...half(kind, result), also }
}
