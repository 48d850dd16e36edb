import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { registryTag } from '#domain/ineligibility/tag.ts'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import type { KeyStore, Signer } from '#usecases/ports/key-store.ts'
import { seal, sealedVersion, unseal } from './seal.ts'

const text = new TextEncoder()
const fromText = new TextDecoder()

/**
 * All cryptography on personal data in one place: subject keys, fields under them, blind indexes, registry
 * tags. Holds the installation's keys, no subject's.
 */
export class Vault {
  readonly #keys: KeyStore
  readonly #derived = new Map<string, Buffer>()
  // Making a key object costs several times the HMAC itself.
  readonly #hashKeys = new Map<string, KeyObject>()
  readonly #registryKeys = new WeakMap<Uint8Array, KeyObject>()

  constructor(keys: KeyStore) {
    this.#keys = keys
  }

  /** A new subject key: its raw bytes, and the wrapped form that may be stored. */
  newSubjectKey(subjectId: string): { key: Uint8Array; wrapped: Uint8Array<ArrayBuffer>; keyVersion: number } {
    const key = new Uint8Array(randomBytes(32))
    const masters = this.#keys.masterKeys()
    const keyVersion = masters.length
    const wrapped = seal(this.#master(keyVersion), key, this.#keyPlace(subjectId, keyVersion))
    return { key, wrapped, keyVersion }
  }

  /** Unwraps a stored subject key. @throws SealBroken */
  subjectKey(subjectId: string, wrapped: Uint8Array): Uint8Array {
    const version = sealedVersion(wrapped)
    return unseal(this.#master(version), wrapped, this.#keyPlace(subjectId, version))
  }

  /** Seals one text under a subject's key. `row` is the row's own id within `table`. */
  sealText(key: Uint8Array, table: string, column: string, row: string, value: string): Uint8Array<ArrayBuffer> {
    return seal(key, text.encode(value), { table, column, row, keyVersion: 1 })
  }

  /** Opens one text. @throws SealBroken */
  openText(key: Uint8Array, table: string, column: string, row: string, sealed: Uint8Array): string {
    return fromText.decode(unseal(key, sealed, { table, column, row, keyVersion: 1 }))
  }

  /** A key of the house for what belongs to no subject, or outlives one (system addresses, sealed contacts). */
  houseKey(purpose: string): Uint8Array {
    return new Uint8Array(this.#derive(`house/${purpose}`))
  }

  /** Exact-match search: HMAC of a normalised identifier under the key of its type. 32 bytes. */
  blindIndex(type: IdentifierType, normalised: string): Uint8Array<ArrayBuffer> {
    return this.keyedHash(`blind-index/${type}`, normalised)
  }

  /** HMAC-SHA-256 of a text under a key derived for one purpose. */
  keyedHash(purpose: string, value: string): Uint8Array<ArrayBuffer> {
    let key = this.#hashKeys.get(purpose)
    if (key === undefined) {
      key = createSecretKey(this.#derive(purpose))
      this.#hashKeys.set(purpose, key)
    }
    return new Uint8Array(createHmac('sha256', key).update(value, 'utf8').digest())
  }

  /** The key of one-time codes (formats.md). */
  oneTimeCodeKey(): Uint8Array {
    return new Uint8Array(this.#derive('one-time-code'))
  }

  /** The secret that signs session cookies where none is configured. */
  sessionSecret(): string {
    return this.#derive('session-cookie').toString('base64url')
  }

  /** The registry tag of a normalised identifier, through every generation. */
  registryTag(type: IdentifierType, normalised: string): { tag: Uint8Array; generation: number } {
    return registryTag(this.#keys.registryKeys().map((key) => this.#registryKey(key)), type, normalised)
  }

  /** Signs certificates and, later, checkpoints. */
  signer(): Signer {
    return this.#keys.logSigner()
  }

  #registryKey(bytes: Uint8Array): KeyObject {
    const known = this.#registryKeys.get(bytes)
    if (known !== undefined) return known
    const key = createSecretKey(bytes)
    this.#registryKeys.set(bytes, key)
    return key
  }

  #master(version: number): Uint8Array {
    const key = this.#keys.masterKeys()[version - 1]
    if (key === undefined) throw new Error(`master key ${version} is missing`)
    return key
  }

  #keyPlace(subjectId: string, keyVersion: number) {
    return { table: 'subject_key', column: 'wrapped', row: subjectId, keyVersion }
  }

  /** HKDF-SHA-256 (RFC 5869), one key a purpose. */
  #derive(purpose: string): Buffer {
    let key = this.#derived.get(purpose)
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', this.#keys.derivationKey(), 'rightsdesk', purpose, 32))
      this.#derived.set(purpose, key)
    }
    return key
  }
}
