import type { RawQueries } from './raw.ts'
import { toDate } from './time.ts'

/**
 * How long a tab counts as there after it was last heard of, in ms. A hidden tab may speak once a minute at most
 * (browsers slow its timers down); one that is closed says so by itself.
 */
export const presenceLeaseMs = 90_000

/** A lease with more than this left is not written anew, in ms: each write would cost more than it says. */
const longEnoughMs = presenceLeaseMs - 20_000

/** A tab of a member of staff in which a case is open. */
export interface Presence {
  readonly requestId: string
  readonly tab: string
  readonly staffId: string
  readonly humanRef: string
}

/** Says that a tab is still there. Whoever was away for longer than a lease comes anew. An operational write. */
export async function keepPresence(raw: RawQueries, presence: Presence, now: number): Promise<void> {
  const { requestId, tab, staffId, humanRef } = presence
  await raw.run(
    `INSERT INTO case_presence (request_id, tab, staff_id, human_ref, since, lease_until) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (request_id, tab) DO UPDATE SET lease_until = excluded.lease_until,
       since = CASE WHEN case_presence.lease_until < excluded.since THEN excluded.since ELSE case_presence.since END
     WHERE case_presence.staff_id = excluded.staff_id AND case_presence.lease_until < ?`,
    [requestId, tab, staffId, humanRef, toDate(now), toDate(now + presenceLeaseMs), toDate(now + longEnoughMs)],
  )
}

/** A tab was closed: only its own member of staff can say so. */
export async function endPresence(raw: RawQueries, { requestId, tab, staffId }: Presence): Promise<void> {
  await raw.run('DELETE FROM case_presence WHERE request_id = ? AND tab = ? AND staff_id = ?', [requestId, tab, staffId])
}

/** Takes away the leases that ran out. */
export async function sweepPresence(raw: RawQueries, now: number): Promise<void> {
  await raw.run('DELETE FROM case_presence WHERE lease_until <= ?', [toDate(now)])
}
