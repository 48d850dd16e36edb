import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { matchesOneTimeCode, oneTimeCode } from './one-time-code.ts'

const key = new Uint8Array(32).fill(5)
const challenge = fc.uuid()

describe('a one-time code', () => {
  it('is six digits, and matches itself however it is typed', () => {
    fc.assert(fc.property(challenge, (id) => {
      const code = oneTimeCode(key, id)
      expect(code).toMatch(/^\d{6}$/)
      const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      const [head, tail] = [code.slice(0, 3), code.slice(3)]
      const typed = [code, ` ${code} `, `${head} ${tail}`, `${head}-${tail}`, wide]
      for (const one of typed) expect(matchesOneTimeCode(key, id, one)).toBe(true)
    }))
  })

  it('matches no other code', () => {
    fc.assert(fc.property(challenge, fc.integer({ min: 1, max: 999_999 }), (id, by) => {
      const other = String((Number(oneTimeCode(key, id)) + by) % 1_000_000).padStart(6, '0')
      expect(matchesOneTimeCode(key, id, other)).toBe(false)
    }))
  })

  it.each(['', '12345', '1234567', 'abcdef', '一二三四五六', '1.2e3', '१२३४५६'])('does not match %j', (typed) => {
    expect(matchesOneTimeCode(key, '0198c1f0-5b1e-4c3a-9d2f-6a7b8c9d0e1f', typed)).toBe(false)
  })

  it('keeps its leading zeros', () => {
    const ids = Array.from({ length: 200 }, (_, n) => `challenge-${n}`)
    expect(ids.map((id) => oneTimeCode(key, id)).filter((code) => code.startsWith('0')).length).toBeGreaterThan(5)
  })

  it('belongs to one challenge and one key', () => {
    const codes = ['a', 'b', 'c'].map((id) => oneTimeCode(key, id))
    expect(new Set([...codes, oneTimeCode(new Uint8Array(32), 'a')]).size).toBe(4)
    expect(() => oneTimeCode(new Uint8Array(31), 'a')).toThrow(RangeError)
    expect(() => oneTimeCode(key, '')).toThrow(RangeError)
  })
})
