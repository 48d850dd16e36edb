import examples from 'libphonenumber-js/mobile/examples'
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normaliseIdentifier } from './identifier.ts'

const phone = (raw: string, options = {}) => normaliseIdentifier('phone', raw, options)

describe('a phone', () => {
  it.each([
    '138 1234 5678', '138-1234-5678', '(138) 1234.5678', '13812345678', '+8613812345678', '+86 138 1234 5678',
    '0086 138 1234 5678', '１３８ １２３４ ５６７８', '＋８６１３８１２３４５６７８', '\u202a+86 138 1234 5678\u202c', '138–1234–5678',
    '\t13812345678\n', '138\u00a01234\u00a05678',
  ])('in China is the same however it is written: %j', (raw) => {
    expect(phone(raw, { country: 'CN' })).toEqual({ ok: true, value: '+8613812345678' })
  })

  it.each([
    ['+49 0711 2842222', '+497112842222'],
    ['+420 2 4172 5555', '+420241725555'],
    ['+54 (0)11 4311 4333', '+541143114333'],
    ['+351 (213) 466-111', '+351213466111'],
    ['+46 08-651 52 52', '+4686515252'],
    ['+91 0124 39883988', '+9112439883988'],
    ['+39 06 39733434', '+390639733434'],
  ])('is read with the trunk zeros and brackets that people print: %s', (raw, value) => {
    expect(phone(raw)).toEqual({ ok: true, value })
  })

  it('of every country is read by its national form and stays as it is when read again', () => {
    for (const country of getCountries()) {
      const national = examples[country]
      const value = `+${getCountryCallingCode(country)}${national}`
      expect(phone(value)).toEqual({ ok: true, value })
      expect(phone(value, { country: 'CN' })).toEqual({ ok: true, value })
    }
  })

  it('says its own country at the gate', () => {
    for (const raw of ['13812345678', '0086 13812345678']) {
      expect(phone(raw, { country: 'CN', requirePlus: true })).toEqual({ ok: false, reason: 'plus_required' })
    }
    expect(phone('+8613812345678', { requirePlus: true })).toEqual({ ok: true, value: '+8613812345678' })
  })

  it.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['1'.repeat(65), 'too_long'],
    ['\ud800', 'not_text'],
    ['unknown', 'not_a_phone'],
    ['+86 138 1234 5678 ext. 9', 'not_a_phone'],
    ['+86 138 1234 5678;9', 'not_a_phone'],
    ['1-800-FLOWERS', 'not_a_phone'],
    ['13812345678👩', 'not_a_phone'],
    ['=13812345678', 'not_a_phone'],
    ['+453 3331 9991', 'digits_too_many'],
    ['+56 (0)2 635 4444', 'not_a_phone'],
    ['138123456789', 'not_a_phone'],
    ['110', 'digits_missing'],
    ['+861381234567890', 'digits_too_many'],
  ])('is none: %j (%s)', (raw, reason) => {
    expect(phone(raw, { country: 'CN' })).toMatchObject({ ok: false, reason })
  })

  it.each([[1, '1381234567'], [2, '138123456'], [4, '1381234']])(
    'of China that lost %d of its digits is no other line', (missing, raw) => {
      expect(phone(raw, { country: 'CN' })).toEqual({ ok: false, reason: 'digits_missing', missing })
      expect(phone(`+86${raw}`)).toEqual({ ok: false, reason: 'digits_missing', missing })
    },
  )

  it('needs a country when it does not say one, and a country that is one', () => {
    expect(phone('13812345678')).toEqual({ ok: false, reason: 'country_required' })
    expect(phone('13812345678', { country: 'ZZ' })).toEqual({ ok: false, reason: 'country_unknown' })
    expect(phone('020 7707 0707', { country: 'uk' })).toEqual({ ok: true, value: '+442077070707' })
  })

  it('never throws, and is unchanged by being normalised again', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+\d() .-]{0,20}$/))
    fc.assert(fc.property(typed, fc.constantFrom('CN', 'DE', 'US', 'IT', 'AR', 'AQ'), (raw, country) => {
      const first = phone(raw, { country })
      if (first.ok) expect(phone(first.value, { requirePlus: true })).toEqual(first)
    }), { numRuns: 1_000 })
  })
})
