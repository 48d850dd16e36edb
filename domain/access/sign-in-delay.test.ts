import { describe, expect, it } from 'vitest'
import { signInDelayMs } from './sign-in-delay.ts'

describe('the delay after failed sign-ins', () => {
  it('costs nothing for a few slips', () => {
    expect([1, 2, 3].map((n) => signInDelayMs('account_and_address', n))).toEqual([0, 0, 0])
  })

  it('doubles with each further failure, up to a quarter of an hour', () => {
    expect([4, 5, 6, 7].map((n) => signInDelayMs('account_and_address', n))).toEqual([1_000, 2_000, 4_000, 8_000])
    expect(signInDelayMs('account_and_address', 1_000_000)).toBe(900_000)
  })

  it('never keeps the owner of an account waiting for more than five seconds because of strangers', () => {
    expect(Math.max(...Array.from({ length: 500 }, (_, n) => signInDelayMs('account', n)))).toBe(5_000)
  })
})
