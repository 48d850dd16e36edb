import { describe, expect, it } from 'vitest'
import { latenessOf, silentSince } from './waiting-case.ts'

const hour = 3_600_000
const pace = { usualHours: 24, recheckHours: 24, riskHours: 48 }
const now = 1_000 * hour

describe('a case that waits for a system', () => {
  it('will be late when even an answer now would come too late, with what still has to follow', () => {
    expect(latenessOf(now - 1, now, pace)).toBe('late')
    expect(latenessOf(now + 48 * hour - 1, now, pace)).toBe('will_be_late')
    expect(latenessOf(now + 48 * hour, now, pace)).toBe('at_risk')
    expect(latenessOf(now + 96 * hour, now, pace)).toBe('in_time')
  })
})

describe('a system', () => {
  it('is silent since it was first asked for what it does not answer', () => {
    const waiting = [{ reason: 'no_answer', askedAt: 500 }, { reason: 'gave_up', askedAt: 300 }] as const
    expect(silentSince(waiting, null)).toBe(300)
    expect(silentSince(waiting, 100)).toBe(300)
  })

  it('or since it last answered anything, when that was later', () => {
    expect(silentSince([{ reason: 'no_answer', askedAt: 300 }], 450)).toBe(450)
  })

  it('is not silent while it works, or when it answered and still held something', () => {
    expect(silentSince([{ reason: 'under_way', askedAt: 300 }, { reason: 'leftovers', askedAt: 300 }], null)).toBeNull()
    expect(silentSince([{ reason: 'no_answer', askedAt: null }], null)).toBeNull()
  })
})
