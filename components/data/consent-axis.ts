/** Where a moment lies on an axis, in percent from the left, held inside it. */
export function placeOn(at: number, from: number, to: number): number {
  if (to <= from) return 0
  return Math.min(100, Math.max(0, (100 * (at - from)) / (to - from)))
}

/** First days of years (UTC) to mark on an axis: at most `most` of them, evenly stepped. */
export function yearTicks(from: number, to: number, most = 6): number[] {
  const first = new Date(from).getUTCFullYear() + 1
  const last = new Date(to).getUTCFullYear()
  const step = Math.max(1, Math.ceil((last - first + 1) / most))
  const ticks: number[] = []
  for (let year = first; year <= last; year += step) ticks.push(Date.UTC(year, 0, 1))
  return ticks
}

/** A little air at both ends, so that the first event does not sit on the edge: 4 % of the whole, at least a month. */
export function axisOf(times: readonly number[], now: number): { from: number; to: number } {
  const first = Math.min(now, ...times)
  const air = Math.max(30 * 86_400_000, (now - first) * 0.04)
  return { from: first - air, to: now + air / 4 }
}
