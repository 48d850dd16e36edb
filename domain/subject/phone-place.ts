import { AsYouType } from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/min'

/** Where a phone belongs, and how it is written between countries. */
export interface PhonePlace {
  /** ISO 3166-1 alpha-2; null where several countries share the code and the digits do not tell yet, or none has it. */
  readonly country: string | null
  /** `+1`, as far as one is recognised; null for a national number. */
  readonly callingCode: string | null
  /** `+86 138 1234 5678`, as far as it is typed; null before there is a digit that counts. */
  readonly written: string | null
}

/**
 * The country of a phone while it is typed, in any writing; national ones belong to `home` (ISO 3166-1 alpha-2).
 * It says nothing about whether the number is complete: `normalisePhone` does.
 */
export function phonePlace(typed: string, home: string): PhonePlace {
  const reader = new AsYouType(home as CountryCode)
  reader.input(typed.normalize('NFKC').replace(/[^\d+]/g, ''))
  const number = reader.getNumber()
  const code = reader.getCallingCode()
  return {
    country: number?.country ?? reader.getCountry() ?? null,
    callingCode: code === undefined ? null : `+${code}`,
    written: number?.formatInternational() ?? null,
  }
}
