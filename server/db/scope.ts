import type { Vault } from '../keys/vault.ts'
import type { SubjectKeys } from '../keys/subject-keys.ts'
import type { DatabaseKind, Tx } from './client.ts'
import type { RawQueries } from './raw.ts'

/** What a store works with: one transaction (or the client itself, for plain reads) and the keys. */
export interface DatabaseScope {
  readonly kind: DatabaseKind
  readonly tx: Tx
  /** Prepared statements of the same transaction, for the hot paths. */
  readonly raw: RawQueries
  readonly vault: Vault
  readonly subjectKeys: SubjectKeys
}
