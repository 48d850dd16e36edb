import type { Vault } from '../keys/vault.ts'

/**
 * The id of the row that holds an account's external id. Derived, not random, so that the primary key itself refuses
 * a second subject for one account, whoever inserts at the same moment (an import beside the API). Keyed, so that
 * the id says nothing; and the row goes with the erasure. UUID version 8 (RFC 9562 §5.8).
 */
export function accountRowId(vault: Vault, externalId: string): string {
  const bytes = Buffer.from(vault.keyedHash('account-row', externalId).subarray(0, 16))
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x80, 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
