import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisTicks } from './axis-ticks.ts'
import { zoneOffset } from './zone-offset.ts'

const hour = 3_600_000
const day = 24 * hour
const shown = (from: string, to: string, offset = 0) =>
  axisTicks({ from: Date.parse(from), to: Date.parse(to) }, offset).map(({ at, unit }) => `${unit} ${new Date(at).toISOString().slice(0, 16)}`)

describe('the marks of a time axis', () => {
  it('are years on a long axis', () => {
    expect(shown('2013-05-01T00:00Z', '2026-11-01T00:00Z')).toEqual([
      ...[2014, 2016, 2018, 2020, 2022, 2024, 2026].map((year) => `year ${year}-01-01T00:00`),
    ])
  })

  it('are months, days and hours on shorter ones', () => {
    expect(shown('2026-01-10T00:00Z', '2026-04-10T00:00Z')).toEqual(['month 2026-02-01T00:00', 'month 2026-03-01T00:00', 'month 2026-04-01T00:00'])
    expect(shown('2018-01-02T12:00Z', '2018-01-05T12:00Z')).toEqual(['day 2018-01-03T00:00', 'day 2018-01-04T00:00', 'day 2018-01-05T00:00'])
    expect(shown('2018-01-03T00:10Z', '2018-01-03T03:10Z')).toEqual(['clock 2018-01-03T01:00', 'clock 2018-01-03T02:00', 'clock 2018-01-03T03:00'])
  })

  it('begin a day where the reader’s begins', () => {
    expect(shown('2018-01-02T12:00Z', '2018-01-04T12:00Z', 8 * hour)).toContain('day 2018-01-02T16:00')
  })

  it('are never more than asked for, lie on the axis, and are there for all but the shortest', () => {
    const moment = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
    const length = fc.integer({ min: 120_000, max: 50 * 365 * day })
    fc.assert(
      fc.property(moment, length, fc.integer({ min: -12, max: 14 }), (from, span, zone) => {
        const ticks = axisTicks({ from, to: from + span }, zone * hour)
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(7)
        for (const { at } of ticks) {
          expect(at).toBeGreaterThanOrEqual(from)
          expect(at).toBeLessThanOrEqual(from + span)
        }
      }),
    )
  })
})

describe('how far a zone is ahead', () => {
  it('knows summer time and zones with half hours', () => {
    expect(zoneOffset(Date.parse('2018-01-03T00:12:00Z'), 'Asia/Shanghai')).toBe(8 * hour)
    expect(zoneOffset(Date.parse('2026-07-01T12:00:00.500Z'), 'Europe/Berlin')).toBe(2 * hour)
    expect(zoneOffset(Date.parse('2026-01-01T12:00:00Z'), 'Asia/Kolkata')).toBe(5.5 * hour)
    expect(zoneOffset(0, 'UTC')).toBe(0)
  })
})
