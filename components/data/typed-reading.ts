import { formatCaseCode } from '#domain/request/case-code.ts'
import { phonePlace } from '#domain/subject/phone-place.ts'
import { nationalIdRules } from '#domain/subject/national-id-rules.ts'
import { recogniseIdentifier, type Recognised } from '#domain/subject/recognise.ts'

// Loaded at the first key that is pressed: the phones of all countries are too much for a page's first load.

/** What somebody seems to be typing; `key` is below `desk.typed`. A guide for the eye: the server judges. */
export interface TypedReading {
  readonly key: TypedKey
  /** ISO 3166-1 alpha-2 of the phone or id; null where it has none, or none yet. */
  readonly country: string | null
  /** `+1`: what a phone says of its country while that is all it says. */
  readonly callingCode: string | null
  /** Characters that are missing, where `key` counts them. */
  readonly missing: number
  /** A complete reading as it is read back to the caller; null where nothing is complete. */
  readonly readBack: string | null
  readonly wrong: boolean
}

export type TypedKey =
  | 'phone' | 'phoneMissing' | 'phoneUnfinished' | 'phoneTooLong' | 'phoneNone'
  | 'email' | 'emailUnfinished'
  | 'nationalId' | 'nationalIdChecked' | 'nationalIdMissing' | 'nationalIdTooLong' | 'nationalIdWrong' | 'nationalIdDate'
  | 'nationalIdForm' | 'nationalIdCountry'
  | 'caseCode' | 'caseCodeMissing' | 'caseCodeWrong'
  | 'account' | 'accountOrName' | 'name' | 'nothing'

const wrongKeys: ReadonlySet<TypedKey> = new Set([
  'phoneTooLong', 'phoneNone', 'nationalIdTooLong', 'nationalIdWrong', 'nationalIdDate', 'nationalIdForm', 'caseCodeWrong',
])

/**
 * What is read in the look-up field so far: the same reader as the server's, put into words' keys. Null while the field
 * is empty. `home`: the country of national numbers, ISO 3166-1 alpha-2.
 */
export function typedReading(text: string, home: string): TypedReading | null {
  if (text.trim() === '') return null
  const seen = recogniseIdentifier(text, { country: home })
  const key = keyOf(seen)
  const whole = seen.hint === undefined ? (seen.normalised ?? null) : null
  const phone = seen.kind === 'phone' ? phonePlace(whole ?? text, home) : null
  return {
    key,
    country: phone === null ? idCountry(seen, text, home) : phone.country,
    callingCode: phone?.callingCode ?? null,
    missing: seen.missing ?? 0,
    readBack: whole === null ? null : readBack(seen.kind, whole, phone?.written ?? null),
    wrong: wrongKeys.has(key),
  }
}

function keyOf(seen: Recognised): TypedKey {
  const { kind, hint, normalised } = seen
  switch (kind) {
    case 'phone':
      return hint === undefined ? 'phone' : phoneFault(seen)
    case 'email':
      return hint === undefined ? 'email' : 'emailUnfinished'
    case 'national_id':
      if (hint !== undefined) return idFault(seen)
      return nationalIdRules[normalised?.slice(0, 2) ?? ''] === undefined ? 'nationalId' : 'nationalIdChecked'
    case 'case_code':
      if (hint === undefined) return 'caseCode'
      return hint === 'digits_missing' ? 'caseCodeMissing' : 'caseCodeWrong'
    case 'account_id':
      return hint === 'looks_like_a_name' ? 'accountOrName' : 'account'
    case 'unknown':
      return hint === 'looks_like_a_name' ? 'name' : 'nothing'
  }
}

function phoneFault({ hint, missing }: Recognised): TypedKey {
  if (hint === 'digits_missing') return missing === undefined ? 'phoneUnfinished' : 'phoneMissing'
  return hint === 'digits_too_many' ? 'phoneTooLong' : 'phoneNone'
}

function idFault({ hint, missing }: Recognised): TypedKey {
  switch (hint) {
    case 'digits_missing':
      return missing === undefined ? 'nationalIdForm' : 'nationalIdMissing'
    case 'digits_too_many':
      return 'nationalIdTooLong'
    case 'check_digit_wrong':
      return 'nationalIdWrong'
    case 'date_wrong':
      return 'nationalIdDate'
    case 'empty':
      return 'nationalIdCountry'
    default:
      return 'nationalIdForm'
  }
}

/** An id says its country in front (`CN:…`), or belongs to `home`. */
function idCountry({ kind, normalised }: Recognised, text: string, home: string): string | null {
  if (kind !== 'national_id') return null
  return normalised?.slice(0, 2) ?? /^\s*([A-Za-z]{2})\s*:/.exec(text.normalize('NFKC'))?.[1]?.toUpperCase() ?? home
}

function readBack(kind: Recognised['kind'], whole: string, written: string | null): string {
  if (kind === 'phone') return written ?? whole
  if (kind === 'case_code') return formatCaseCode(whole)
  return kind === 'national_id' ? whole.slice(whole.indexOf(':') + 1).replace(/(.{4})(?=.)/g, '$1 ') : whole
}
