import type { IdentifierType } from '#domain/subject/identifier.ts'

/** One identifier that somebody who wants to enrol brings, normalised. */
export interface BroughtIdentifier {
  readonly type: IdentifierType
  readonly normalised: string
}

/** Allowed checks of one client for one service in one minute. `minute` is its first moment, epoch ms. */
export interface GateCountRecord {
  readonly clientId: string
  readonly service: string
  readonly minute: number
  readonly allowed: number
}

export interface GateRefusalRecord {
  readonly decisionId: string
  /** The registry entry that bars, or the unfinished deletion that restricts. */
  readonly entryId: string
  readonly service: string
  readonly clientId: string
  readonly at: number
}

/** What the gate reads and leaves behind (domain book §7). */
export interface GateStore {
  /**
   * For each person asked about, what says no to them for the service: the id of a registry entry, or of a verified
   * and unfinished deletion; null where nothing does. Null altogether for a service that is not configured.
   *
   * @throws Unavailable when the registry can not be read with the keys of this process
   */
  barring(
    service: string,
    people: readonly (readonly BroughtIdentifier[])[],
    now: number,
  ): Promise<readonly (string | null)[] | null>
  addRefusal(refusal: GateRefusalRecord): Promise<void>
  /** The refusal with this decision id; an allowed answer has none. */
  refusal(decisionId: string): Promise<GateRefusalRecord | null>
  /** Counts of minutes that began before `before` and are not in the log yet, the oldest first. */
  unlogged(before: number, limit: number): Promise<readonly GateCountRecord[]>
  /** Notes once that a count is in the log; false when it was there already, or has grown meanwhile. */
  logged(count: GateCountRecord, now: number): Promise<boolean>
}
