/** Why a case waits for a system. */
export type WaitReason =
  /** It was asked, and does not answer or refuses. */
  | 'no_answer'
  /** Every try failed; somebody has to look. */
  | 'gave_up'
  /** It answered, and still held something when it was asked again. */
  | 'leftovers'
  /** The case waits until each of its systems can be asked (anew before its window ends, or again afterwards). */
  | 'waits_to_ask'
  /** It is at work, and nothing has failed. */
  | 'under_way'

/** Whether a case can still end in time, if the system answered now. */
export type Lateness = 'late' | 'will_be_late' | 'at_risk' | 'in_time'

const hour = 3_600_000

/** What a system needs from the moment it answers to the end of the case, in hours, and when risk begins. */
export interface Pace {
  readonly usualHours: number
  readonly recheckHours: number
  /** Escalation starts so long before (domain book §5.2). */
  readonly riskHours: number
}

/**
 * Late when its date is over; will be late when even an answer now, with the system's usual time and the time until it
 * is asked again, ends after it; at risk when that is so within the hours of escalation. Times are epoch ms.
 */
export function latenessOf(dueAt: number, now: number, { usualHours, recheckHours, riskHours }: Pace): Lateness {
  if (now > dueAt) return 'late'
  const earliest = now + (usualHours + recheckHours) * hour
  if (earliest > dueAt) return 'will_be_late'
  return earliest + riskHours * hour > dueAt ? 'at_risk' : 'in_time'
}

/** A system's work on one case, as far as its silence goes. */
export interface Waiting {
  readonly reason: WaitReason
  /** When the system was first asked for it; null where it was not asked yet. */
  readonly askedAt: number | null
}

const silent: ReadonlySet<WaitReason> = new Set(['no_answer', 'gave_up', 'waits_to_ask'])

/**
 * Since when a system is silent: since it was first asked for what it does not answer, or since it last answered
 * anything at all, whichever is later. Null while it answers.
 *
 * @param lastAnswerAt epoch ms of anything it did or showed
 */
export function silentSince(waiting: readonly Waiting[], lastAnswerAt: number | null): number | null {
  const asked = waiting.flatMap(({ reason, askedAt }) => (silent.has(reason) && askedAt !== null ? [askedAt] : []))
  if (asked.length === 0) return null
  return Math.max(Math.min(...asked), lastAnswerAt ?? 0)
}
