import type { IdentifierType } from '#domain/subject/identifier.ts'

/**
 * What use cases need of keys without ever holding one. Implemented by the vault (server/keys/vault.ts).
 */
export interface Secrets {
  /** A keyed hash of something that must not be stored as it is (an address, a sender's event id), as hex. */
  fingerprint(purpose: string, value: string): string
  /** The one-time code of a verification: derived here, stored nowhere. */
  oneTimeCode(verificationId: string): string
  /** Whether a typed code is that of the verification, in constant time. */
  matchesOneTimeCode(verificationId: string, typed: string): boolean
  /** The registry tag of a normalised identifier, through every key generation. */
  registryTag(type: IdentifierType, normalised: string): { readonly tag: Uint8Array; readonly generation: number }
  /** The receipt of a certificate: 16 symbols (80 bits) that can be said on the phone, derived and stored nowhere. */
  receipt(certificateId: string): string
  /** The secret of a link in a message: 32 symbols (160 bits), derived and stored nowhere. */
  readingToken(messageId: string): string
  /** The same for the link to a copy: neither opens what the other does. */
  copyToken(messageId: string): string
  /** Ed25519 signature with the log's key (certificates). */
  sign(bytes: Uint8Array): Uint8Array
}
