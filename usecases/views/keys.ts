/** `/settings/keys`: how old each key is and what hangs on it; never the key, nor anything made from a secret one. */
export interface KeyRoomView {
  now: number
  keys: KeyLineView[]
  /** SHA-256 of the log's public key (SubjectPublicKeyInfo): what an auditor compares with what they were given. */
  logKeySha256: string
}

export interface KeyLineView {
  kind: 'master' | 'registry' | 'log' | 'derivation'
  /** Which of its kind, from 1; null where there is one alone. */
  generation: number | null
  /** Epoch ms: when its file was written. */
  since: number
  /** The newest of its kind: what is written now is written under it. */
  current: boolean
  /** What hangs on this very key, counted; null where it is not counted by key. */
  protects: number | null
}
