/** How often a page asks, in ms: while something runs, while nothing does, and while nobody looks. */
export const paceMs = { running: 3_000, still: 10_000, hidden: 30_000, longest: 60_000 } as const

/**
 * How long to wait before asking again. Doubled with each failure in a row, up to a minute, so that a desk that comes
 * back is not met by every page at once.
 */
export function nextPulseMs(looks: { live: boolean; hidden: boolean; failures: number }): number {
  const pace = looks.hidden ? paceMs.hidden : looks.live ? paceMs.running : paceMs.still
  return Math.min(paceMs.longest, pace * 2 ** Math.min(looks.failures, 6))
}
