import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLivesMs, checkObstacle, isLiveCheck, type CheckState } from './caller-check.ts'

const hour = 3_600_000
const askedAt = Date.parse('2018-01-08T02:00:00Z')
const lost = (state: CheckState) => ({ state, askedAt, opensAt: askedAt + 72 * hour })

describe('a check of a caller', () => {
  it('carries a call only when a supervisor found it right and the time to object is over', () => {
    expect(checkObstacle(lost('waiting'), askedAt + 80 * hour)).toBe('not_checked')
    expect(checkObstacle(lost('checked'), askedAt + 72 * hour - 1)).toBe('too_early')
    expect(checkObstacle(lost('checked'), askedAt + 72 * hour)).toBeNull()
  })

  it('never carries a call once somebody objected or a supervisor refused, however much time passed', () => {
    const ended = fc.constantFrom<CheckState>('objected', 'refused', 'ended')
    fc.assert(fc.property(ended, fc.integer({ min: 0, max: 10_000 }), (state, hours) => {
      expect(checkObstacle(lost(state), askedAt + hours * hour)).not.toBeNull()
    }))
  })

  it('is over thirty days after it opened, and another one can be asked for', () => {
    const end = askedAt + 72 * hour + checkLivesMs
    expect(isLiveCheck(lost('checked'), end - 1)).toBe(true)
    expect(checkObstacle(lost('checked'), end)).toBe('over')
    expect(isLiveCheck(lost('waiting'), end)).toBe(false)
    expect(isLiveCheck(lost('refused'), askedAt)).toBe(false)
    expect(isLiveCheck(lost('objected'), askedAt), 'a supervisor answers it first').toBe(true)
  })
})
