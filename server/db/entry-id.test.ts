import { expect, test } from 'vitest'
import { isEntryId } from '#domain/audit/entry-value.ts'
import { entryId } from './entry-id.ts'

test('ids rise in the order in which they were made, far more than one a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, entryId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every(isEntryId)).toBe(true)
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
})
