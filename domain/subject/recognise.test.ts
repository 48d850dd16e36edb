import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { caseCodeFrom, formatCaseCode, isCaseCode } from '../request/case-code.ts'
import { recogniseIdentifier } from './recognise.ts'

const inChina = (typed: string) => recogniseIdentifier(typed, { country: 'CN' })
const code = caseCodeFrom(new Uint8Array([0x9a, 0x3f, 0x7c, 0x11, 0xd2]))

describe('the look-up field', () => {
  it.each([
    ['138 1234 5678', 'phone', '+8613812345678'],
    ['0086-13812345678', 'phone', '+8613812345678'],
    ['+49 030 26550280', 'phone', '+493026550280'],
    ['010 6552 9988', 'phone', '+861065529988'],
    ['Chen@Example.CN', 'email', 'chen@example.cn'],
    ['11010519491231002x', 'national_id', 'CN:11010519491231002X'],
    ['ES: 12345678-Z', 'national_id', 'ES:12345678Z'],
    ['hk:A123456(3)', 'national_id', 'HK:A1234563'],
    [code, 'case_code', code],
    [` ${formatCaseCode(code).toLowerCase()}`, 'case_code', code],
    ['2088123456787735', 'account_id', '2088123456787735'],
    ['u-17', 'account_id', 'u-17'],
  ])('understands %j as a whole %s', (typed, kind, normalised) => {
    expect(inChina(typed)).toMatchObject({ kind, normalised })
    expect(inChina(typed).hint).toBeUndefined()
  })

  it.each([
    ['1381', 'phone', 'digits_missing', 7],
    ['138 1234 567', 'phone', 'digits_missing', 1],
    ['+86 138', 'phone', 'digits_missing', 8],
    ['3101', 'national_id', 'digits_missing', 14],
    ['310101 1990 0101 0', 'national_id', 'digits_missing', 3],
    ['CN:1101', 'national_id', 'digits_missing', 14],
    ['110105194912310021', 'national_id', 'check_digit_wrong', undefined],
    ['110105194913310021', 'national_id', 'date_wrong', undefined],
    ['K7M4 QX', 'case_code', 'digits_missing', 3],
    ['K7M4 QXEH 8', 'case_code', 'case_code_wrong', undefined],
    ['chen@', 'email', 'domain_wrong', undefined],
    ['陈建国', 'unknown', 'looks_like_a_name', undefined],
    ['Maria Huber', 'unknown', 'looks_like_a_name', undefined],
    ['', 'unknown', 'empty', undefined],
    ['x'.repeat(400), 'unknown', 'too_long', undefined],
  ])('says what is still missing or wrong in %j', (typed, kind, hint, missing) => {
    const seen = inChina(typed)
    expect(seen).toMatchObject({ kind, hint })
    expect(seen.missing).toBe(missing)
    expect(seen.normalised).toBeUndefined()
  })

  it('counts down the digits that a mobile phone still lacks', () => {
    const typed = Array.from('13812345678')
    const missing = typed.slice(0, -1).map((_, i) => inChina(typed.slice(0, i + 1).join('')).missing)
    expect(missing).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('keeps the other readings at hand: a short number may be an account id', () => {
    expect(inChina('3').also).toEqual([{ kind: 'account_id', normalised: '3' }])
    expect(inChina('13812345678').also).toContainEqual({ kind: 'account_id', normalised: '13812345678' })
    expect(recogniseIdentifier('QQ123456C', { country: 'UK' }).also).toContainEqual(
      { kind: 'national_id', normalised: 'GB:QQ123456C' },
    )
  })

  it('takes nine digits for a case code only when they are grouped as one, and keeps it at hand otherwise', () => {
    expect(isCaseCode('138123456')).toBe(true)
    expect(inChina('138123456')).toMatchObject({ kind: 'phone', missing: 2 })
    expect(inChina('138123456').also).toContainEqual({ kind: 'case_code', normalised: '138123456' })
    expect(inChina('1381 2345 6')).toMatchObject({ kind: 'case_code', normalised: '138123456' })
  })

  it('takes a number that is a phone here for the phone, though it is a valid id too', () => {
    const both = recogniseIdentifier('11 98765-4321', { country: 'BR' })
    expect(both.kind).toBe('phone')
    const id = recogniseIdentifier('529.982.247-25', { country: 'BR' })
    expect([id.kind, ...id.also.map((reading) => reading.kind)]).toContain('national_id')
  })

  it('never throws and never claims completeness beside a fault', () => {
    const countries = fc.constantFrom('CN', 'BR', 'ES', 'GB', 'US', 'ZZ', 'AQ', '')
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9A-Za-z+ .@:-]{0,20}$/))
    fc.assert(fc.property(typed, countries, (text, country) => {
      const seen = recogniseIdentifier(text, { country })
      if (seen.missing !== undefined) expect(seen.missing).toBeGreaterThan(0)
      if (seen.hint !== undefined && seen.hint !== 'looks_like_a_name') expect(seen.normalised).toBeUndefined()
    }), { numRuns: 2_000 })
  })
})
