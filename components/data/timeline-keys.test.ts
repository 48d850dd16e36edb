import { describe, expect, it } from 'vitest'
import { nextStop, type Stop } from './timeline-keys.ts'

const stops: Stop[] = [
  { id: 'late', at: 90, lane: 0 },
  { id: 'early', at: 10, lane: 0 },
  { id: 'middle', at: 45, lane: 2 },
  { id: 'last', at: 100, lane: 3 },
]
const from = (id: string | null) => (key: string) => nextStop(stops, id, key)

describe('the arrow keys on the timeline', () => {
  it('go through time, whatever the lane', () => {
    expect(from('early')('ArrowRight')).toBe('middle')
    expect(from('middle')('ArrowRight')).toBe('late')
    expect(from('middle')('ArrowLeft')).toBe('early')
    expect(from('late')('Home')).toBe('early')
    expect(from('early')('End')).toBe('last')
  })

  it('go to the nearest in time of the next lane that has any', () => {
    expect(from('late')('ArrowDown')).toBe('middle')
    expect(from('last')('ArrowUp')).toBe('middle')
    expect(from('middle')('ArrowUp')).toBe('early')
  })

  it('lead nowhere at the ends, and leave other keys alone', () => {
    expect(from('last')('ArrowRight')).toBeNull()
    expect(from('early')('ArrowLeft')).toBeNull()
    expect(from('early')('ArrowUp')).toBeNull()
    expect(from('last')('ArrowDown')).toBeNull()
    expect(from('middle')('Tab')).toBeNull()
    expect(nextStop([], null, 'ArrowDown')).toBeNull()
  })
})
