/** Where a moment lies on an axis, in percent from the left, held inside it. */
export function placeOn(at: number, from: number, to: number): number {
  if (to <= from) return 0
  return Math.min(100, Math.max(0, (100 * (at - from)) / (to - from)))
}

/** A stretch of time that is shown, epoch ms. */
export interface Axis {
  readonly from: number
  readonly to: number
}

/** A little air at both ends, so that the first event does not sit on the edge: 4 % of the whole, at least a month. */
export function axisOf(times: readonly number[], now: number): Axis {
  const first = Math.min(now, ...times)
  const air = Math.max(30 * 86_400_000, (now - first) * 0.04)
  return { from: first - air, to: now + air / 4 }
}

/** The stretch that events close to each other fill, with air on both sides, so that they stand apart. */
export function axisAround(first: number, last: number): Axis {
  const air = Math.max(30_000, (last - first) * 0.12)
  return { from: first - air, to: last + air }
}
