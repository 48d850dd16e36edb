import { describe, expect, it } from 'vitest'
import { navByRole } from './nav.ts'
import { shapeOf } from './room-shape.ts'

describe('the shape of a room that is fetched', () => {
  it('is the room’s own, also for what lies below it', () => {
    expect(shapeOf('/desk')).toBe('call')
    expect(shapeOf('/approvals')).toBe('queue')
    expect(shapeOf('/approvals/7K3M9PQ2X')).toBe('queue')
    expect(shapeOf('/cases')).toBe('table')
    expect(shapeOf('/cases/7K3M9PQ2X')).toBe('case')
    expect(shapeOf('/log/1204')).toBe('filteredTable')
    expect(shapeOf('/holds')).toBe('table')
    expect(shapeOf('/checks')).toBe('cards')
    expect(shapeOf('/settings')).toBe('list')
    expect(shapeOf('/settings/jobs')).toBe('table')
  })

  it('is no other room’s because its name begins alike', () => {
    expect(shapeOf('/desktop')).toBe('list')
    expect(shapeOf('/logs')).toBe('list')
  })

  it('differs between the rooms that a person of each role works in most', () => {
    const first = Object.values(navByRole).map((rooms) => shapeOf(rooms[0]?.href ?? ''))
    expect(new Set(first).size).toBe(first.length)
  })
})
