import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/min'

import { countryCode } from './country.ts'
import { faulty } from './normalised.ts'
import type { NormaliseOptions, Normalised } from './normalised.ts'
import { readTyped } from './typed-text.ts'

const maxLength = 64
/** What people write between digits. An extension is refused: it is not one person's number. */
const written = /^\+?[\d\s().\-/\p{Pd}]+$/u

/**
 * Where "min" is too open for a country that this desk is much used in: China's general pattern takes a
 * mobile number that lost its last digits for a line somewhere. Numbering plan of the telephone network
 * (MIIT, 2017): mobiles 1[3-9] and nine digits; lines 10, 2x or three digits of area and seven or eight; 400
 * and 800 and seven.
 */
const ownPlans: Readonly<Record<string, { form: RegExp; length: (national: string) => number }>> = {
  86: {
    form: /^(?:10\d{8}|1[3-9]\d{9}|2\d{9}|[3-9]\d{9,10})$/,
    length: (national) => (/^1[3-9]/.test(national) ? 11 : 10),
  },
}

/**
 * A phone as E.164, from any common way of writing it: national with `country`, with `+`, with the country's
 * international prefix (`00`, `011`), full-width, bracketed or with a needless trunk zero (`+44 (0)20 …`).
 * Without `+` and without a country it is refused, and under `requirePlus` whenever the `+` is missing.
 *
 * "min" metadata: it knows each country's lengths and general pattern. "max" (twice the size) knows each
 * type's ranges too, and so refuses real numbers of newly opened ranges (on a list of 58 written phones from
 * 24 countries min refused the two that are none, max a third that is one). What is valid may change with the
 * library; the E.164 form of what was valid does not, so tags stay.
 */
export function normalisePhone(raw: string, options: NormaliseOptions = {}): Normalised {
  const { country, requirePlus = false } = options
  const typed = readTyped(raw, maxLength)
  if ('fault' in typed) return faulty(typed.fault)
  const region = country === undefined ? undefined : countryCode(country)
  if (region === null) return faulty('country_unknown')
  const text = typed.text.replace(/\p{Cf}/gu, '')
  if (!written.test(text)) return faulty('not_a_phone')
  if (!text.startsWith('+')) {
    if (requirePlus) return faulty('plus_required')
    if (region === undefined) return faulty('country_required')
  }
  const plain = text.replace(/\p{Pd}/gu, '-')
  const origin = { defaultCountry: region as CountryCode | undefined, extract: false }
  const number = parsePhoneNumberFromString(plain, origin)
  const plan = ownPlans[number?.countryCallingCode ?? '']
  if (number !== undefined && plan !== undefined && !plan.form.test(number.nationalNumber)) {
    const missing = plan.length(number.nationalNumber) - number.nationalNumber.length
    if (missing > 0) return faulty('digits_missing', missing)
  } else if (number?.isValid() === true && number.ext === undefined) {
    return { ok: true, value: number.number }
  }
  switch (validatePhoneNumberLength(plain, origin)) {
    case 'TOO_SHORT':
      return faulty('digits_missing')
    case 'TOO_LONG':
      return faulty('digits_too_many')
    default:
      return faulty('not_a_phone')
  }
}
