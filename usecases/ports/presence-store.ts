/** One tab in which a member of staff has a case open. */
export interface PresenceRecord {
  readonly tab: string
  readonly staffId: string
  /** Personnel number. */
  readonly humanRef: string
  readonly since: number
  readonly leaseUntil: number
}

/** Who has a case open now. Reading only: leases are operational, written beside the commands. Times are epoch ms. */
export interface PresenceStore {
  /** Whose lease counts at this moment, the longest there first. */
  here(requestId: string, now: number): Promise<readonly PresenceRecord[]>
}
