import { describe, expect, it } from 'vitest'
import { nextPulseMs } from './pulse-pace.ts'

describe('how often a page asks whether anything changed', () => {
  it('is every three seconds while something runs, and less often while nothing does or nobody looks', () => {
    expect(nextPulseMs({ live: true, hidden: false, failures: 0 })).toBe(3_000)
    expect(nextPulseMs({ live: false, hidden: false, failures: 0 })).toBe(10_000)
    expect(nextPulseMs({ live: true, hidden: true, failures: 0 })).toBe(30_000)
  })

  it('doubles with each failure in a row, up to a minute', () => {
    const waits = [1, 2, 3, 4, 5, 50].map((failures) => nextPulseMs({ live: true, hidden: false, failures }))
    expect(waits).toEqual([6_000, 12_000, 24_000, 48_000, 60_000, 60_000])
  })
})
