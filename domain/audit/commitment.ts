import { createHmac, createSecretKey } from 'node:crypto'

/** Between name and value, so that no pair of them can be read as another pair. */
const separator = '\x1f'

/** Thrown when a commitment would not bind: a salt of the wrong length, a name or value that is ambiguous. */
export class NotCommittable extends Error {
  constructor(reason: 'salt' | 'name' | 'value') {
    super(`commitment not possible: ${reason}`)
    this.name = 'NotCommittable'
  }
}

/**
 * A commitment to a value: HMAC-SHA-256(salt, name ‖ 0x1F ‖ value), in base64url without padding (43
 * characters).
 *
 * The audit entry keeps this for ever; the salt (32 random bytes) lies in an erasable row. While the salt
 * exists the value can be proved to an auditor; without it the commitment says nothing (formats book,
 * *commitment*). Throws {@link NotCommittable} for a salt that is not 32 bytes, a name that is empty or holds
 * 0x1F, and for lone surrogates, which UTF-8 would fold into one and the same character.
 */
export function commitment(salt: Uint8Array, name: string, value: string): string {
  if (salt.length !== 32) throw new NotCommittable('salt')
  if (name === '' || name.includes(separator) || /\p{Surrogate}/u.test(name)) throw new NotCommittable('name')
  if (/\p{Surrogate}/u.test(value)) throw new NotCommittable('value')
  // A key object takes a quarter of the time that the HMAC takes with the bytes, and every entry has one.
  return createHmac('sha256', createSecretKey(salt)).update(`${name}${separator}${value}`, 'utf8').digest('base64url')
}
