/** First and longest wait between two tries of a job, in ms. */
const firstMs = 2_000
const longestMs = 3_600_000

/**
 * Full jitter: anything between nothing and the doubled wait, so that a hundred jobs that failed together do not come
 * back together. A server that said when to come back (`Retry-After`) is believed.
 *
 * @param random a number in [0, 1)
 */
export function backoffMs(attempt: number, random: number, retryAfterSeconds: number | null): number {
  if (retryAfterSeconds !== null) return Math.min(longestMs, retryAfterSeconds * 1_000)
  return Math.floor(random * Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 20)))
}
