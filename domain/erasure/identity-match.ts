import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { cellText, type Cell } from './cell.ts'
import type { IdentityValue } from './identity.ts'

/**
 * True when a value of a connected system is this identifier, in whatever writing the system holds it.
 *
 * A search in SQL brings candidates; this decides. An account id counts byte for byte. A phone written without
 * a country is read as one of the country of the number that is looked for, a national id without its country
 * as one of that country.
 */
export function isThisIdentity(identity: IdentityValue, cell: Cell): boolean {
  const text = cellText(cell)
  if (text === null) return false
  if (text === identity.value || identity.variants?.includes(text)) return true
  if (identity.type === 'account_id') return false
  const country = countryOf(identity)
  const read = normaliseIdentifier(identity.type, text, country === null ? {} : { country })
  return read.ok && read.value === identity.value
}

function countryOf(identity: IdentityValue): string | null {
  if (identity.type === 'national_id') return identity.value.slice(0, 2)
  if (identity.type === 'phone') return parsePhoneNumberFromString(identity.value)?.country ?? null
  return null
}
