import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { commitment, NotCommittable } from './commitment.ts'

const salt = new Uint8Array(32).fill(9)

describe('a commitment', () => {
  it('is 43 characters of base64url, whatever it commits to', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(commitment(salt, 'note', value)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    }))
  })

  it('binds the salt, the name and the value, each by itself', () => {
    const made = commitment(salt, 'ab', 'c')
    expect(commitment(new Uint8Array(32).fill(8), 'ab', 'c')).not.toBe(made)
    expect(commitment(salt, 'a', 'bc')).not.toBe(made)
    expect(commitment(salt, 'ab', 'd')).not.toBe(made)
  })

  it.each([
    ['a short salt', new Uint8Array(31), 'note', 'x'],
    ['no name', salt, '', 'x'],
    ['a separator in the name', salt, 'a\x1fb', 'x'],
    ['half a character in the name', salt, '\ud800', 'x'],
    ['half a character in the value, which UTF-8 would fold with others', salt, 'note', '\udfff'],
  ])('is refused with %s', (_, withSalt, name, value) => {
    expect(() => commitment(withSalt, name, value)).toThrow(NotCommittable)
  })
})
