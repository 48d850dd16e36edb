const dayMs = 86_400_000

/**
 * Whether a moment (epoch milliseconds UTC) is a date that came without a time of day: such dates are kept as midnight
 * UTC, and shown in a reader's own zone they would be the day before west of Greenwich.
 */
export function isBareDate(at: number): boolean {
  return at % dayMs === 0
}

/**
 * Whether a moment is the end of such a date, its last millisecond UTC: shown in a reader's own zone it would be the
 * day after east of Greenwich.
 */
export function isEndOfBareDate(at: number): boolean {
  return isBareDate(at + 1)
}
