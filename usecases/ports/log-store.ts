import type { AuditCode } from '#domain/audit/codes.ts'

export type LogOutcome = 'ok' | 'denied' | 'failed'

/** Which entries: what is null does not narrow. Times are epoch ms. */
export interface LogScan {
  /** Inclusive. */
  readonly from: number | null
  /** Exclusive. */
  readonly before: number | null
  readonly what: AuditCode | null
  /** Whoever acted, by the id that entries carry; an empty list finds nothing. */
  readonly actorIds: readonly string[] | null
  readonly outcome: LogOutcome | null
  readonly caseCode: string | null
}

/** A place between two entries, in the order of time and then id. */
export interface LogPlace {
  readonly at: number
  readonly id: string
}

/** An entry as it was hashed, with its number where it has one already. */
export interface LoggedEntry {
  readonly id: string
  readonly at: number
  readonly bytes: Uint8Array
  readonly seq: number | null
  /** The leaf's 32 bytes; null while there is no number. */
  readonly hash: Uint8Array | null
}

/** How many entries of a period ended how. */
export interface LogCounts {
  readonly entries: number
  readonly denied: number
  readonly failed: number
}

/** What became of the deletions that were asked for in a period. */
export interface DeletionCounts {
  readonly asked: number
  readonly done: number
  readonly refused: number
  readonly cancelled: number
  readonly open: number
}

/** Reading the audit log. Nothing here writes: entries are written by the runners, leaves by the sealer. */
export interface LogStore {
  /** At most `limit` entries next to a place, nearest first: older ones, or newer ones. Without a place: the newest. */
  beside(scan: LogScan, place: LogPlace | null, side: 'older' | 'newer', limit: number): Promise<readonly LoggedEntry[]>
  counts(from: number | null, before: number | null): Promise<LogCounts>
  deletions(from: number | null, before: number | null): Promise<DeletionCounts>
  bySeq(seq: number): Promise<LoggedEntry | null>
  /** The newest `limit` entries of a case, oldest first. */
  ofCase(caseCode: string, limit: number): Promise<readonly LoggedEntry[]>
  /** When what was kept of a call ended with its months; null while it is kept, or where the log does not say. */
  callEndedAt(callId: string): Promise<number | null>
  /** The names of an entry's commitments whose salt still exists. */
  saltedNames(entryId: string): Promise<readonly string[]>
  /** The highest number, and how many entries wait for theirs. */
  tail(): Promise<{ readonly numberedTo: number | null; readonly waiting: number }>
}
