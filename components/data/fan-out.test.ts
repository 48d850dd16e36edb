import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fanOut, type Moment } from './fan-out.ts'

const minute = 60_000
const span = 1_000 * minute
const place = (at: number) => (100 * at) / span
const scale = { gap: 9, mostRows: 4 }
const items = (...times: number[]): Moment[] => times.map((at, n) => ({ id: String(n), at }))

const anyItems = fc
  .array(fc.integer({ min: 0, max: span }), { maxLength: 40 })
  .map((times) => items(...times))

describe('events that are close to each other', () => {
  it('stand in one row where there is room', () => {
    expect(fanOut(items(0, span / 2, span), place, scale)).toMatchObject({ rows: 1, bunches: [] })
  })

  it('stand below each other, each at its own time', () => {
    const { marks, rows } = fanOut(items(0, 10 * minute, 20 * minute), place, scale)
    expect(rows).toBe(3)
    expect(marks.map((mark) => [mark.place, mark.row])).toEqual([[0, 0], [1, 1], [2, 2]])
  })

  it('become one mark with their number when there are more than can stand apart', () => {
    const five = [0, 10, 20, 30, 40].map((n) => n * minute)
    const { marks, bunches } = fanOut(items(...five, span), place, scale)
    expect(bunches).toEqual([{ ids: ['0', '1', '2', '3', '4'], from: 0, to: 40 * minute, place: 2 }])
    expect(marks.map((mark) => mark.id)).toEqual(['5'])
  })

  it('are fanned out whole when they happened together, since a closer look could not part them', () => {
    const { marks, bunches, rows } = fanOut(items(0, 0, 0, 0, 0, 0), place, scale)
    expect([marks.length, bunches.length, rows]).toEqual([6, 0, 6])
  })

  it('are each drawn once, at their true place, and never over one another', () => {
    fc.assert(
      fc.property(anyItems, (all) => {
        const { marks, bunches, rows } = fanOut(all, place, scale)
        const drawn = [...marks.map((mark) => mark.id), ...bunches.flatMap((bunch) => bunch.ids)]
        expect(drawn.toSorted()).toEqual(all.map((item) => item.id).toSorted())
        for (const mark of marks) {
          expect(mark.place).toBe(place(mark.at))
          expect(mark.row).toBeLessThan(rows)
        }
        for (const one of marks) {
          for (const other of marks) {
            if (one === other || one.row !== other.row) continue
            expect(Math.abs(one.place - other.place)).toBeGreaterThanOrEqual(scale.gap)
          }
        }
      }),
    )
  })
})
