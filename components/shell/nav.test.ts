import { describe, expect, it } from 'vitest'
import { activeItem, navByRole } from './nav.ts'

describe('the rooms of a role', () => {
  it('each have a key of their own', () => {
    for (const items of Object.values(navByRole)) {
      expect(new Set(items.map((item) => item.key)).size).toBe(items.length)
    }
  })

  it('are marked by the longest address that fits', () => {
    const { administrator } = navByRole
    expect(activeItem(administrator, '/settings')?.label).toBe('setUp')
    expect(activeItem(administrator, '/settings/staff')?.label).toBe('staff')
    expect(activeItem(navByRole.agent, '/cases/K7M4QXEH9')?.label).toBe('cases')
    expect(activeItem(navByRole.agent, '/desks')).toBeNull()
  })
})
