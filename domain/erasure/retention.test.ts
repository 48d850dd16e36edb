import { describe, expect, it } from 'vitest'
import { keptUntil, parsePeriod } from './retention.ts'

describe('how long a row is kept', () => {
  it('reads a period in words or as ISO 8601, and nothing else', () => {
    expect([parsePeriod('10 years'), parsePeriod('1 month'), parsePeriod('P1Y6M')]).toEqual(['P10Y', 'P1M', 'P1Y6M'])
    expect([parsePeriod('P'), parsePeriod('PT5H'), parsePeriod('forever'), parsePeriod('-1 years')]).toEqual([null, null, null, null])
  })

  it('counts in calendar years, months and days from the date that the system holds', () => {
    expect(keptUntil('2024-05-01', 'P10Y')).toBe('2034-05-01')
    expect(keptUntil('2024-05-01 23:59:59.5+02', 'P1Y6M')).toBe('2025-11-01')
    expect(keptUntil(1_714_521_600, 'P30D')).toBe('2024-05-31')
    expect(keptUntil(1_714_521_600_000, 'P30D')).toBe('2024-05-31')
  })

  it('never ends a day early where the month is shorter', () => {
    expect(keptUntil('2024-02-29', 'P1Y')).toBe('2025-03-01')
    expect(keptUntil('2024-01-31', 'P1M')).toBe('2024-03-02')
  })

  it('has no end where the date can not be read', () => {
    expect([keptUntil(null, 'P1Y'), keptUntil('soon', 'P1Y'), keptUntil(7, 'P1Y')]).toEqual([null, null, null])
  })
})
