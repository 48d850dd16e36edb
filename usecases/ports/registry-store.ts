import type { IdentifierType } from '#domain/subject/identifier.ts'

/** One tag of an entry: 32 bytes, the key generation, and whether it bars without a second match (domain book §7). */
export interface RegistryTagRecord {
  readonly type: IdentifierType
  readonly tag: Uint8Array
  readonly generation: number
  readonly barsAlone: boolean
}

/** One person, one service, never again. No word about credit or behaviour. Times are epoch ms. */
export interface RegistryEntryRecord {
  readonly id: string
  readonly service: string
  readonly legalBasis: string
  readonly ownerRole: string
  readonly reviewOn: number
  readonly endsAt: number | null
  readonly requestId: string
  readonly noticeVersions: readonly string[]
  readonly createdAt: number
  readonly supersededAt: number | null
  /** A code: `correction`, `dispute`, `objection`. */
  readonly supersededFor: string | null
  readonly tags: readonly RegistryTagRecord[]
}

export interface RegistryStore {
  /**
   * Marks once per request and service; `already` when the same mark is there, `extended` when it got the tags of
   * another account of the same person, with what that one rested on and the earlier end of the two.
   */
  mark(
    entry: Omit<RegistryEntryRecord, 'id' | 'createdAt' | 'supersededAt' | 'supersededFor'>,
    now: number,
  ): Promise<{ entryId: string; outcome: 'marked' | 'already' | 'extended' }>
  /** Standing entries of a service (every service when null) that carry any of these tags. */
  entriesByTags(
    service: string | null,
    tags: readonly Uint8Array[],
    now: number,
  ): Promise<readonly RegistryEntryRecord[]>
  /** How many requests that do not name this subject ever left a mark with this tag, superseded ones too. */
  marksOfOthers(tag: Uint8Array, subjectId: string): Promise<number>
  /** One entry, superseded or not. */
  byId(entryId: string): Promise<RegistryEntryRecord | null>
  /** Marks that stand, the first to be reviewed first, at most `limit`; and how many there are. */
  standing(
    now: number,
    limit: number,
  ): Promise<{ readonly entries: readonly RegistryEntryRecord[]; readonly total: number }>
  /** Marks that were superseded since then, the last one first. */
  superseded(since: number, limit: number): Promise<readonly RegistryEntryRecord[]>
  review(entryId: string, reviewOn: number): Promise<void>
  ofRequest(requestId: string): Promise<readonly RegistryEntryRecord[]>
  /** Supersedes the standing entries that came from a request; how many. Never removes one. */
  supersede(requestId: string, why: string, by: string, now: number): Promise<number>
  /** Remembers that the account with this external id was erased (invariant 12). */
  rememberErased(
    erased: { tag: Uint8Array; generation: number; subjectId: string; requestId: string },
    now: number,
  ): Promise<void>
  wasErased(tag: Uint8Array): Promise<{ subjectId: string; requestId: string; at: number } | null>
}
