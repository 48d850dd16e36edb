/** The kinds of identifier by which a person can be found in a connected system. */
export const identityTypes = ['account_id', 'national_id', 'phone', 'email'] as const
export type IdentityType = (typeof identityTypes)[number]

/**
 * One identifier of the person whose data is planned or erased, normalised as domain/subject/identifier.ts does.
 * `variants` are further writings that a system is known to use.
 */
export interface IdentityValue {
  readonly type: IdentityType
  readonly value: string
  readonly variants?: readonly string[]
}

/** What fideslang datasets in the wild call the identities that we know. */
const names: Readonly<Record<string, IdentityType>> = {
  account_id: 'account_id',
  external_id: 'account_id',
  customer_id: 'account_id',
  user_id: 'account_id',
  national_id: 'national_id',
  phone: 'phone',
  phone_number: 'phone',
  email: 'email',
}

/** The identity that a dataset's `fides_meta.identity` means, or null for one that we can not search by. */
export function identityTypeOf(name: string): IdentityType | null {
  return names[name] ?? null
}

/** An account id and a national id belong to one person for good; a phone or an e-mail changes hands. */
export function isStrongIdentity(type: IdentityType): boolean {
  return type === 'account_id' || type === 'national_id'
}
