import { countryCode } from './country.ts'
import { faulty } from './normalised.ts'
import type { NormaliseOptions, Normalised } from './normalised.ts'
import { nationalIdRules } from './national-id-rules.ts'
import { readTyped } from './typed-text.ts'

const maxLength = 64
const anyForm = /^[A-Z0-9]{4,32}$/

/**
 * A national id as `CC:VALUE`: upper case, without the spaces, dots, hyphens, slashes and brackets that
 * people write between, checked where the country has a check digit (`national-id-rules.ts`). It arrives as
 * `CN:…`, or bare with `country`; where both are given they must agree. UK and EL are read as GB and GR, so
 * that one id has one tag.
 */
export function normaliseNationalId(raw: string, { country }: NormaliseOptions = {}): Normalised {
  const typed = readTyped(raw, maxLength)
  if ('fault' in typed) return faulty(typed.fault)
  const text = typed.text.toUpperCase()
  const prefixed = /^([A-Z]{2})\s*:(.*)$/s.exec(text)
  const own = prefixed === null ? undefined : countryCode(prefixed[1] ?? '')
  const given = country === undefined ? undefined : countryCode(country)
  if (own === null || given === null) return faulty('country_unknown')
  if (own !== undefined && given !== undefined && own !== given) return faulty('country_differs')
  const region = own ?? given
  if (region === undefined) return faulty('country_required')
  const value = bareNationalId(prefixed?.[2] ?? text)
  if (value === '') return faulty('empty')
  return checkedNationalId(region, value)
}

/** An id without what people write between its characters. */
export function bareNationalId(text: string): string {
  return text.replace(/[\s./()\p{Pd}\p{Cf}]/gu, '')
}

function checkedNationalId(country: string, value: string): Normalised {
  const rule = nationalIdRules[country]
  if (rule === undefined) {
    return anyForm.test(value) ? { ok: true, value: `${country}:${value}` } : faulty('wrong_format')
  }
  const missing = rule.length - value.length
  if (missing > 0 && /^[A-Z0-9]+$/.test(value)) return faulty('digits_missing', missing)
  if (missing < 0) return faulty('digits_too_many')
  if (!rule.form.test(value)) return faulty('wrong_format')
  const fault = rule.fault(value)
  return fault === null ? { ok: true, value: `${country}:${value}` } : faulty(fault)
}
