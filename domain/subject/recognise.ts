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

/**
 * `normalised` only when complete; `missing` characters where that is known; `also`: other complete readings.
 */
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
 * What somebody typed into the look-up field, while it is typed: an e-mail, a phone in any writing, a
 * national id (bare or `CN:…`), a case code or an account id. `country` reads national numbers; ISO 3166-1
 * alpha-2.
 *
 * Where several readings are complete the first of phone, checked national id and case code wins and the
 * others stand in `also`; so do an id that nothing checks and the account id, which any single word may be.
 * Nobody is found by name: that would be browsing (domain book §2).
 */
export function recogniseIdentifier(typed: string, options: { country: string }): Recognised {
  const country = countryCode(options.country) ?? options.country
  const read = readTyped(typed, maxTyped)
  if ('fault' in read) return { kind: 'unknown', hint: read.fault, also: [] }
  const { text } = read
  if (text.includes('@')) return fromOne('email', normaliseIdentifier('email', text), accountReading(typed))
  if (countryCode(/^([A-Za-z]{2})\s*:/.exec(text)?.[1] ?? '') !== null) {
    return fromOne('national_id', normaliseIdentifier('national_id', text), accountReading(typed))
  }
  const [surest, ...others] = sureReadings(text, country)
  const account = accountReading(typed)
  const caseCode = looksLikeCaseCode(text) ? [] : caseCodeReading(text)
  const also = [...others, ...uncheckedId(text, country), ...caseCode, ...account]
  if (surest !== undefined) return { ...surest, also }
  const partial = halfTyped(text, country)
  if (partial !== null) return { ...partial, also }
  const hint = /\d/.test(text) ? 'wrong_format' : 'looks_like_a_name'
  const [word] = account
  if (word === undefined) return { kind: 'unknown', hint, also }
  const rest = also.filter((reading) => reading !== word)
  return hint === 'looks_like_a_name' ? { ...word, hint, also: rest } : { ...word, also: rest }
}

function sureReadings(text: string, country: string): Reading[] {
  const readings: Reading[] = []
  const phone = normaliseIdentifier('phone', text, { country })
  if (phone.ok) readings.push({ kind: 'phone', normalised: phone.value })
  if (nationalIdRules[country] !== undefined) readings.push(...idReading(text, country))
  return looksLikeCaseCode(text) ? [...readings, ...caseCodeReading(text)] : readings
}

/**
 * Nine digits in a row are one time in 32 a right case code, and nearly always a phone that is not finished.
 */
function looksLikeCaseCode(text: string): boolean {
  return /[A-Za-z]/.test(text) || /^\d{4}[\s-]\d{4}[\s-]\d$/.test(text)
}

function caseCodeReading(text: string): Reading[] {
  const code = parseCaseCode(text)
  return code === null ? [] : [{ kind: 'case_code', normalised: code }]
}

/** Where a country's ids have no check digit any word with a digit may be one. */
function uncheckedId(text: string, country: string): Reading[] {
  return nationalIdRules[country] === undefined && /\d/.test(text) ? idReading(text, country) : []
}

function idReading(text: string, country: string): Reading[] {
  const id = normaliseIdentifier('national_id', text, { country })
  return id.ok ? [{ kind: 'national_id', normalised: id.value }] : []
}

/**
 * Any single word without a sign of another kind may be an account id; it is taken as typed, but for the
 * ends.
 */
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
  const national = formatter.getNumber()?.nationalNumber ?? formatter.getChars().replace('+', '')
  const example: string | undefined = examples[formatter.getCountry() ?? (country as CountryCode)]
  const phone = normaliseIdentifier('phone', text, { country })
  if (phone.ok) return null
  const missing = (example?.length ?? 0) - national.length
  const likely = example !== undefined && missing >= 0 && national.startsWith(example.charAt(0))
  if (phone.missing === undefined && missing > 0) {
    return { half: { kind: 'phone', hint: 'digits_missing', missing }, likely }
  }
  const written = text.startsWith('+') || missing >= 0
  return written ? { half: half('phone', phone), likely } : null
}

/** Nine symbols whose check is wrong, or the beginning of four and four and one as a case code is printed. */
function halfCaseCode(text: string): Half | null {
  const symbols = readCrockford(text)
  if (symbols === null || !/\D/.test(symbols)) return null
  if (symbols.length === caseCodeLength) return { kind: 'case_code', hint: 'case_code_wrong' }
  const printed = /^[0-9A-Za-z]{4}[\s-][0-9A-Za-z]{0,4}$/.test(text) && /\d/.test(symbols)
  const missing = caseCodeLength - symbols.length
  return printed ? { kind: 'case_code', hint: 'digits_missing', missing } : null
}

function half(kind: IdentifierType, fault: Normalised & { ok: false }): Half {
  return fault.missing === undefined
    ? { kind, hint: fault.reason }
    : { kind, hint: fault.reason, missing: fault.missing }
}

function fromOne(kind: IdentifierType, result: Normalised, also: readonly Reading[]): Recognised {
  return result.ok ? { kind, normalised: result.value, also } : { ...half(kind, result), also }
}
