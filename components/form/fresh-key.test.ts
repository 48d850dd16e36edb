import { expect, it } from 'vitest'
import { freshKey, freshUuid } from './fresh-key.ts'

it('an id of a tab is a random UUID, another one each time', () => {
  const drawn = Array.from({ length: 200 }, freshUuid)
  for (const id of drawn) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(drawn).size).toBe(drawn.length)
})

it('a key of a form is 128 random bits as hex', () => {
  expect(freshKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(freshKey()).not.toBe(freshKey())
})
