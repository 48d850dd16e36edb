import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { caseCodeFrom, formatCaseCode, isCaseCode, parseCaseCode, spellCaseCode } from './case-code.ts'
import { crockfordSymbols } from './crockford.ts'

const code = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((random) => caseCodeFrom(new Uint8Array(random)))

describe('a case code', () => {
  it('is nine symbols, and is one', () => {
    fc.assert(fc.property(code, (made) => {
      expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/)
      expect(isCaseCode(made)).toBe(true)
    }))
  })

  it('is nobody else\'s when any one symbol is wrong', () => {
    fc.assert(fc.property(code, (made) => {
      for (let place = 0; place < 9; place++) {
        for (const symbol of crockfordSymbols) {
          if (symbol === made[place]) continue
          expect(parseCaseCode(made.slice(0, place) + symbol + made.slice(place + 1))).toBeNull()
        }
      }
    }))
  })

  it('is nobody else\'s when any two symbols are swapped, neighbours or not', () => {
    fc.assert(fc.property(code, (made) => {
      for (let a = 0; a < 9; a++) {
        for (let b = a + 1; b < 9; b++) {
          const swapped = Array.from(made)
          ;[swapped[a], swapped[b]] = [made.charAt(b), made.charAt(a)]
          if (made[a] !== made[b]) expect(parseCaseCode(swapped.join(''))).toBeNull()
        }
      }
    }))
  })

  it('is read as it is said and typed: look-alikes, any case, any spaces, full width', () => {
    fc.assert(fc.property(code, fc.constantFrom(' ', '-', '  ', '\u3000', '\u200b', '–'), (made, gap) => {
      const typed = Array.from(made.toLowerCase()).join(gap).replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'I')
      expect(parseCaseCode(typed)).toBe(made)
      expect(parseCaseCode(` ${formatCaseCode(made)} `)).toBe(made)
      expect(parseCaseCode(made.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))).toBe(made)
    }))
  })

  it.each(['', 'K7M4', 'U7M4QXEH9', 'K7M4QXEH9Z', '陈建国', '👨‍👩‍👧', '=1+1', 'a'.repeat(400)])('is not %j', (typed) => {
    expect(parseCaseCode(typed)).toBeNull()
  })

  it('counts as one only in the form in which it is stored', () => {
    const made = caseCodeFrom(new Uint8Array([255, 1, 2, 3, 4]))
    expect([made, made.toLowerCase(), formatCaseCode(made)].map(isCaseCode)).toEqual([true, false, false])
  })

  it('is shown in groups and spelled, a word for each symbol', () => {
    expect(formatCaseCode('K7M4QXEH9')).toBe('K7M4 QXEH 9')
    expect(spellCaseCode('K7M4QXEH9', 'en')).toEqual(
      ['Kilo', 'Seven', 'Mike', 'Four', 'Quebec', 'X-ray', 'Echo', 'Hotel', 'Nine'],
    )
    expect(spellCaseCode('K10', 'zh-CN')).toEqual(['King 的 K', '幺', '零'])
    for (const locale of ['en', 'zh-CN'] as const) {
      const words = spellCaseCode(crockfordSymbols, locale)
      expect(new Set(words).size).toBe(32)
      expect(words.every((word) => word.length > 0 && !/^[A-Z]$/.test(word))).toBe(true)
    }
  })

  it('takes five random bytes and no other number of them', () => {
    expect(() => caseCodeFrom(new Uint8Array(4))).toThrow(RangeError)
  })
})
