import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normaliseIdentifier } from './identifier.ts'

const account = (raw: string) => normaliseIdentifier('account_id', raw)

describe('an account id', () => {
  it('is kept byte for byte', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((raw) => !/[\p{Cc}\p{Surrogate}]/u.test(raw))
    fc.assert(fc.property(text, (raw) => {
      expect(account(raw)).toEqual({ ok: true, value: raw })
    }))
    expect(account(' A ')).toEqual({ ok: true, value: ' A ' })
    expect(account('A')).not.toEqual(account('a'))
    expect(account('\u00e5')).not.toEqual(account('a\u030a'))
  })

  it.each([
    ['', 'empty'],
    ['a'.repeat(201), 'too_long'],
    ['a\x1fb', 'not_text'],
    ['a\n', 'not_text'],
    ['\ud83d', 'not_text'],
  ])('is none: %j (%s)', (raw, reason) => {
    expect(account(raw)).toEqual({ ok: false, reason })
  })
})
