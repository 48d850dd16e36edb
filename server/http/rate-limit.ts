import { RateLimiterMemory } from 'rate-limiter-flexible'
import { once } from '../global.ts'

const minuteSeconds = 60

/**
 * Takes points from a key's allowance of this minute, in this process: several web processes give a client that many
 * times its rate, which still stops enumeration.
 *
 * @returns seconds to wait when the allowance is used up, else null
 */
export async function takePoints(key: string, points: number, perMinute: number): Promise<number | null> {
  // The allowance is each client's own, so the limiter counts and the comparison is made here.
  const limiter = once('rate-limit', () => new RateLimiterMemory({ points: 1, duration: minuteSeconds }))
  const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points)
  return consumedPoints > perMinute ? Math.max(1, Math.ceil(msBeforeNext / 1_000)) : null
}
