import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, isCalendarDate, weekdayOf } from './calendar-date.ts'
import { endOfLocalDay, localDateOf } from './local-day.ts'

const date = fc
  .integer({ min: Date.UTC(2012, 0, 1) / 86_400_000, max: Date.UTC(2035, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const zone = fc.constantFrom(
  'Asia/Shanghai', 'Europe/Berlin', 'Europe/London', 'America/Los_Angeles', 'America/St_Johns', 'America/Sao_Paulo',
  'Asia/Beirut', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'UTC',
)

describe('calendar dates', () => {
  it('know which days exist', () => {
    expect(['2024-02-29', '2026-12-31'].map(isCalendarDate)).toEqual([true, true])
    expect(['2026-02-29', '2026-13-01', '2026-1-01', '', '2026-02-30T00'].map(isCalendarDate)).toEqual(
      Array(5).fill(false),
    )
  })

  it.each([
    ['2026-03-05', 1, '2026-04-05'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 24, '2028-12-15'],
  ])('end a period of months from %s + %i on %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('never leave the month that is meant', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const to = addMonths(from, months)
        const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        expect(monthsOf(to) - monthsOf(from)).toBe(months)
        expect(to.slice(8) <= from.slice(8)).toBe(true)
      }),
      { seed: 11 },
    )
  })

  it('count days across years and know the weekday', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(weekdayOf('2026-11-22')).toBe(0)
  })
})

describe('the end of a local day', () => {
  it('is the last millisecond that has this date on the wall', () => {
    fc.assert(
      fc.property(date, zone, (day, where) => {
        const end = endOfLocalDay(day, where)
        expect(localDateOf(end, where)).toBe(day)
        expect(localDateOf(end + 1, where)).toBe(addDays(day, 1))
      }),
      { seed: 12, numRuns: 400 },
    )
  })

  it('follows the clocks when they change', () => {
    const hours = (day: string, where: string) =>
      (endOfLocalDay(day, where) - endOfLocalDay(addDays(day, -1), where)) / 3_600_000
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23)
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25)
    expect(hours('2026-11-22', 'Asia/Shanghai')).toBe(24)
    expect(new Date(endOfLocalDay('2026-11-22', 'Asia/Shanghai')).toISOString()).toBe('2026-11-22T15:59:59.999Z')
  })

  it('finds an end even for a midnight or a day that does not exist', () => {
    // Lebanon sets its clocks forward at midnight; Samoa left out 30 December 2011.
    expect(localDateOf(endOfLocalDay('2026-03-28', 'Asia/Beirut') + 1, 'Asia/Beirut')).toBe('2026-03-29')
    expect(endOfLocalDay('2011-12-30', 'Pacific/Apia')).toBe(endOfLocalDay('2011-12-29', 'Pacific/Apia'))
  })
})
