import { normaliseAccountId } from './account-id.ts'
import { normaliseEmail } from './email.ts'
import { normaliseNationalId } from './national-id.ts'
import type { IdentifierType, NormaliseOptions, Normalised } from './normalised.ts'
import { normalisePhone } from './phone.ts'

export { identifierFaults, identifierTypes } from './normalised.ts'
export type { IdentifierFault, IdentifierType, NormaliseOptions, Normalised } from './normalised.ts'

/**
 * The one form of an identifier, the same for look-up, import, registry and gate (formats book, *normalised
 * identifier*). Normalising twice changes nothing.
 *
 * phone → E.164 · email → NFKC, lower case, IDNA ASCII domain · national_id → `CC:VALUE` · account_id → byte
 * for byte.
 */
export function normaliseIdentifier(
  type: IdentifierType,
  raw: string,
  options: NormaliseOptions = {},
): Normalised {
  switch (type) {
    case 'phone':
      return normalisePhone(raw, options)
    case 'email':
      return normaliseEmail(raw)
    case 'national_id':
      return normaliseNationalId(raw, options)
    case 'account_id':
      return normaliseAccountId(raw)
  }
}
