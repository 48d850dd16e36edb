import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './calendar-date.ts'
import { cnWorkingDays2026 } from './cn-working-days-2026.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.ts'

const date = fc.integer({ min: 0, max: 2000 }).map((day) => addDays('2024-01-01', day))
const place = fc.constantFrom('CN', 'DE', 'GB', 'US-CA', 'US', 'BR', 'EG', 'EU', '*')

/** Counts one day at a time, by nothing but `isWorkingDay`. */
function countBetween(from: string, to: string, where: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, where, cnWorkingDays2026)) count += 1
  }
  return count
}

describe('working days', () => {
  it('leave out weekends and the public holidays of the place', () => {
    expect(isWorkingDay('2026-11-22', 'DE', [])).toBe(false)
    expect(isWorkingDay('2026-11-23', 'DE', [])).toBe(true)
    expect(isWorkingDay('2026-04-06', 'DE', [])).toBe(false)
    expect(isWorkingDay('2026-04-06', 'US', [])).toBe(true)
    // The Day of Prayer and Repentance is observed in Germany and no day off but in Saxony.
    expect(isWorkingDay('2026-11-18', 'DE', [])).toBe(true)
    expect(isWorkingDay('2026-11-18', 'DE-SN', [])).toBe(false)
    expect(isWorkingDay('2026-07-03', 'US-CA', [])).toBe(false)
  })

  it('know the days that only a part of a country has', () => {
    expect(isWorkingDay('2026-03-31', 'US-CA', [])).toBe(false)
    expect(isWorkingDay('2026-03-31', 'US', [])).toBe(true)
  })

  it('know where the weekend is Friday and Saturday', () => {
    expect([20, 21, 22].map((day) => isWorkingDay(`2026-11-${day}`, 'EG', []))).toEqual([false, false, true])
  })

  it('count half days, and China’s Children’s Day, as working days', () => {
    expect(isWorkingDay('2026-05-04', 'CN', [])).toBe(true)
    expect(isWorkingDay('2026-12-24', 'DE', [])).toBe(true)
    expect(isWorkingDay('2026-06-01', 'CN', [])).toBe(true)
  })

  it('go by the dated rows first', () => {
    expect(isWorkingDay('2026-10-08', 'CN', [])).toBe(true)
    expect(isWorkingDay('2026-10-06', 'CN', [])).toBe(true)
    expect(isWorkingDay('2026-10-06', 'CN', cnWorkingDays2026)).toBe(false)
    expect(isWorkingDay('2026-10-10', 'CN', cnWorkingDays2026)).toBe(true)
    const rows = [
      { jurisdiction: 'US', date: '2026-11-24', working: false },
      { jurisdiction: 'US-CA', date: '2026-11-24', working: true },
    ]
    expect(isWorkingDay('2026-11-24', 'US', rows)).toBe(false)
    expect(isWorkingDay('2026-11-24', 'US-CA', rows)).toBe(true)
    expect(isWorkingDay('2026-11-24', 'US-NY', rows)).toBe(false)
  })

  it('have the year 2026 in China as announced: 33 days off with pay or weekends moved, 6 weekends worked', () => {
    expect(cnWorkingDays2026.filter((row) => !row.working)).toHaveLength(33)
    expect(cnWorkingDays2026.filter((row) => row.working).map((row) => row.date)).toEqual([
      '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
    ])
    expect(new Set(cnWorkingDays2026.map((row) => row.date)).size).toBe(cnWorkingDays2026.length)
  })

  it('are counted as one would on a calendar', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 40 }), place, (from, count, where) => {
        const to = addWorkingDays(from, count, where, cnWorkingDays2026)
        expect(countBetween(from, to, where)).toBe(count)
        if (count > 0) expect(isWorkingDay(to, where, cnWorkingDays2026)).toBe(true)
      }),
      { seed: 13, numRuns: 150 },
    )
  })

  it('say so when the rows leave none', () => {
    const closed = Array.from({ length: 100 }, (_, day) => ({
      jurisdiction: 'DE', date: addDays('2026-01-01', day), working: false,
    }))
    expect(() => workingDayFrom('2026-01-01', 1, 'DE', closed)).toThrow(RangeError)
  })
})
