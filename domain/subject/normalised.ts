/** What a person can be found and known by. Part of the registry tag: never renamed. */
export const identifierTypes = ['phone', 'email', 'national_id', 'account_id'] as const

/** One of {@link identifierTypes}. */
export type IdentifierType = (typeof identifierTypes)[number]

/**
 * Why a value is no identifier. A closed set of codes: sentences are found by them, and they hold nothing
 * personal.
 */
export const identifierFaults = [
  'empty',
  'too_long',
  'not_text',
  'plus_required',
  'country_required',
  'country_unknown',
  'country_differs',
  'digits_missing',
  'digits_too_many',
  'not_a_phone',
  'not_an_email',
  'domain_wrong',
  'wrong_format',
  'date_wrong',
  'check_digit_wrong',
] as const

/** One of {@link identifierFaults}. */
export type IdentifierFault = (typeof identifierFaults)[number]

/**
 * A normalised identifier, or why there is none. `missing`: how many characters short, where that is known.
 */
export type Normalised =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: IdentifierFault; readonly missing?: number }

/**
 * `country`: ISO 3166-1 alpha-2. `requirePlus`: the gate's rule, under which a phone says its own country.
 */
export interface NormaliseOptions {
  readonly country?: string
  readonly requirePlus?: boolean
}

/** The fault as a {@link Normalised}. */
export function faulty(reason: IdentifierFault, missing?: number): Normalised {
  return missing === undefined ? { ok: false, reason } : { ok: false, reason, missing }
}
