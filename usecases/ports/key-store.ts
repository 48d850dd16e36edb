/** A signing key pair of the log and of certificates (Ed25519). */
export interface Signer {
  sign(bytes: Uint8Array): Uint8Array
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKeyPem: string
}

/**
 * Where keys live that must never lie beside the data: files (server/keys/key-files.ts) or a KMS.
 * All are 32 bytes. A key that is missing is an error at boot, never a new key in silence: with another
 * registry key nobody who was erased would be known again.
 */
export interface KeyStore {
  /** Wraps subject keys; the last one is current. Versions count from 1. */
  masterKeys(): readonly Uint8Array[]
  /** Every generation of the registry, first to last (domain book §7). */
  registryKeys(): readonly Uint8Array[]
  /** The secret from which per-purpose keys are derived (HKDF): blind indexes, one-time codes, sessions. */
  derivationKey(): Uint8Array
  logSigner(): Signer
}
