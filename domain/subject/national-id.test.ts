import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import identifierVectors from '#tests/vectors/identifier.json' with { type: 'json' }

import { normaliseIdentifier } from './identifier.ts'
import { nationalIdRules } from './national-id-rules.ts'

const id = (raw: string, country?: string) => {
  return normaliseIdentifier('national_id', raw, country === undefined ? {} : { country })
}
const right = identifierVectors.national_id.flatMap(({ value }) => (value === null ? [] : [value]))

describe('a national id', () => {
  it.each([
    ['11010519491231002X', 'CN'], ['11010519491231002x', 'cn'], ['110105 19491231 002X', 'CN'],
    ['CN:11010519491231002X', undefined], ['cn : 110105-19491231-002x', 'CN'], ['１１０１０５１９４９１２３１００２Ｘ', 'CN'],
    ['\u202a11010519491231002X\u202c', 'CN'],
  ])('of China is the same however it is written: %j', (raw, country) => {
    expect(id(raw, country)).toEqual({ ok: true, value: 'CN:11010519491231002X' })
  })

  it.each([
    ['11010519491231002', 'CN', { reason: 'digits_missing', missing: 1 }],
    ['110105491231002', 'CN', { reason: 'digits_missing', missing: 3 }],
    ['11010519491231002XX', 'CN', { reason: 'digits_too_many' }],
    ['110105194912310021', 'CN', { reason: 'check_digit_wrong' }],
    ['11010519490231002X', 'CN', { reason: 'date_wrong' }],
    ['110105194913310021', 'CN', { reason: 'date_wrong' }],
    ['X10105194912310021', 'CN', { reason: 'wrong_format' }],
    ['11111111111', 'BR', { reason: 'check_digit_wrong' }],
    ['111.444.777-36', 'BR', { reason: 'check_digit_wrong' }],
    ['11144477735'.slice(1), 'BR', { reason: 'digits_missing', missing: 1 }],
    ['12345678903', 'DE', { reason: 'wrong_format' }],
    ['01234567899', 'DE', { reason: 'wrong_format' }],
    ['RSSMRA85M41H501Q', 'IT', { reason: 'check_digit_wrong' }],
    ['RSSMRA85M32H501Q', 'IT', { reason: 'date_wrong' }],
    ['RSSMRA85B30H501Q', 'IT', { reason: 'date_wrong' }],
    ['RSSMRA85BNVH501B', 'IT', { reason: 'date_wrong' }],
    ['110105190002290025', 'CN', { reason: 'date_wrong' }],
    ['44053201359', 'PL', { reason: 'date_wrong' }],
    ['811218-9876', 'SE', { reason: 'digits_missing', missing: 2 }],
    ['198112189877', 'SE', { reason: 'check_digit_wrong' }],
    ['134123412346', 'IN', { reason: 'wrong_format' }],
    ['', 'CN', { reason: 'empty' }],
    ['CN:', undefined, { reason: 'empty' }],
    ['1'.repeat(65), 'CN', { reason: 'too_long' }],
    ['陈建国', 'GB', { reason: 'wrong_format' }],
    ["' OR 1=1", 'GB', { reason: 'wrong_format' }],
    ['ABC', 'GB', { reason: 'wrong_format' }],
    ['A'.repeat(33), 'GB', { reason: 'wrong_format' }],
    ['\udc00', 'GB', { reason: 'not_text' }],
  ])('%j of %s is none', (raw, country, fault) => {
    expect(id(raw, country)).toEqual({ ok: false, ...fault })
  })

  it('is right on a leap day, and with the letters that Italy puts for digits', () => {
    expect(id('110105200002290021', 'CN').ok).toBe(true)
    expect(id('RSSMRA85BNUH501B', 'IT').ok).toBe(true)
  })

  it('belongs to a country, to one country, and to one that exists', () => {
    expect(id('11010519491231002X')).toEqual({ ok: false, reason: 'country_required' })
    expect(id('CN:11010519491231002X', 'HK')).toEqual({ ok: false, reason: 'country_differs' })
    expect(id('QQ:123456')).toEqual({ ok: false, reason: 'country_unknown' })
    expect(id('123456', 'China')).toEqual({ ok: false, reason: 'country_unknown' })
  })

  it('has one tag where a country has two codes', () => {
    expect(id('UK:QQ123456C')).toEqual(id('QQ 12 34 56 C', 'GB'))
    expect(id('EL:AB123456')).toEqual({ ok: true, value: 'GR:AB123456' })
  })

  it('is somebody else\'s when one digit is wrong, wherever the country can tell', () => {
    const place = fc.nat(31)
    // Italy's letter lets some changes through; GB and HK have no check here.
    const checked = right.filter((value) => !/^(?:IT|GB|HK):/.test(value))
    fc.assert(fc.property(fc.constantFrom(...checked), place, fc.integer({ min: 1, max: 9 }), (value, at, by) => {
      const bare = value.slice(3)
      const i = at % bare.length
      const digit = bare.charAt(i)
      // Sweden's check digit does not cover the century.
      if (!/\d/.test(digit) || (value.startsWith('SE') && i < 2)) return
      const changed = bare.slice(0, i) + String((Number(digit) + by) % 10) + bare.slice(i + 1)
      expect(id(changed, value.slice(0, 2)).ok).toBe(false)
    }), { numRuns: 2_000 })
  })

  it('is unchanged by being normalised again', () => {
    for (const value of right) expect(id(value)).toEqual({ ok: true, value })
    const country = fc.constantFrom('GB', 'UK', 'CN', 'MX')
    const anything = fc.tuple(country, fc.string({ unit: 'binary' })).map((two) => two.join(':'))
    fc.assert(fc.property(anything, (raw) => {
      const first = id(raw)
      if (first.ok) expect(id(first.value)).toEqual(first)
    }), { numRuns: 1_000 })
  })

  it('is on its way to being one at every place where somebody may stop typing', () => {
    for (const value of right) {
      const rule = nationalIdRules[value.slice(0, 2)]
      if (rule === undefined) continue
      const least = value.startsWith('IT') ? 6 : 2
      for (let end = least; end <= rule.length; end++) expect(value.slice(3, 3 + end)).toMatch(rule.start)
    }
  })
})
