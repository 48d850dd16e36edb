import { describe, expect, it } from 'vitest'
import { mayBeOnePerson } from './one-person.ts'

describe('several accounts', () => {
  it.each([
    [['CN:1', 'CN:1'], true],
    [['CN:1', null, 'CN:1'], true],
    [[null, null], true],
    [['CN:1', 'CN:2'], false],
    [['CN:1', null, 'CN:2'], false],
  ])('with the national ids %j can be one person’s: %s', (ids, may) => {
    expect(mayBeOnePerson(ids)).toBe(may)
  })
})
