import { describe, expect, it } from 'vitest'
import { stepFrom, tourPlace, tourSteps, withTourPlace } from './tour.ts'

describe('the place in the tour', () => {
  it('is new for whoever was never there, and each one’s own afterwards', () => {
    expect(tourPlace('', 'A-101')).toBe('new')
    const noted = withTourPlace(withTourPlace('', 'A-101', '2'), 'S-104', 'end')
    expect(tourPlace(noted, 'A-101')).toBe('2')
    expect(tourPlace(noted, 'S-104')).toBe('end')
    expect(tourPlace(noted, 'A-10')).toBe('new')
    expect(tourPlace(withTourPlace(noted, 'A-101', 'end'), 'A-101')).toBe('end')
  })

  it('is new where what was noted makes no sense', () => {
    for (const noted of ['A-101', 'A-101=9', '~=~', 'A-101=']) expect(tourPlace(noted, 'A-101'), noted).toBe('new')
  })

  it('is forgotten for who was there longest ago, once very many share a machine', () => {
    let noted = ''
    for (let nth = 0; nth < 50; nth += 1) noted = withTourPlace(noted, `A-${nth}`, 'end')
    expect(tourPlace(noted, 'A-0')).toBe('new')
    expect(tourPlace(noted, 'A-49')).toBe('end')
    expect(noted.length).toBeLessThan(1000)
  })

  it('goes on to the last step and then to the first, and back no further than the first', () => {
    expect(tourSteps.map((step) => stepFrom(step, 1))).toEqual(['2', '3', '4', '1'])
    expect(tourSteps.map((step) => stepFrom(step, -1))).toEqual(['1', '1', '2', '3'])
  })
})
