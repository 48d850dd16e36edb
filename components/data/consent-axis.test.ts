import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisAround, axisOf, placeOn } from './consent-axis.ts'

const day = 86_400_000
const moment = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })

describe('the time axis', () => {
  it('has room for every event, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1 }), moment, (times, later) => {
        const now = Math.max(...times, later)
        const axis = axisOf(times, now)
        const places = times.toSorted((a, b) => a - b).map((at) => placeOn(at, axis.from, axis.to))
        expect(places.every((place) => place >= 0 && place <= 100)).toBe(true)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })

  it('is a real one: twice the time is twice the way', () => {
    expect(placeOn(25 * day, 0, 100 * day)).toBe(25)
    expect(placeOn(50 * day, 0, 100 * day)).toBe(50)
  })

  it('comes closer to events that are close, and keeps them inside', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 400 * day }), (first, span) => {
        const { from, to } = axisAround(first, first + span)
        expect(placeOn(first, from, to)).toBeGreaterThan(5)
        expect(placeOn(first + span, from, to)).toBeLessThan(95)
      }),
    )
  })
})
