import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { maskAccountId, maskEmail, maskName, maskNationalId, maskPhone } from './mask.ts'

describe('what an agent sees of a person', () => {
  it.each([
    ['陈建国', '陈 • •'],
    ['陈国', '陈 • •'],
    ['欧阳建国', '欧 • •'],
    ['Maria Theresia Huber', 'M • • • H • •'],
    ['Madonna', 'M • • •'],
    ["  O'Brien\tSéan ", 'O • • • S • •'],
    ['e\u0301va', 'é • • •'],
    ['👨‍👩‍👧 Zoë', '👨‍👩‍👧 • • • Z • •'],
    ['', '• •'],
    ['   ', '• •'],
    ['x'.repeat(400), 'x • • •'],
    ['𠮷野', '𠮷 • •'],
    ['\u200b陈建国', '陈 • •'],
    [`Z${'\u0300'.repeat(300)}algo`, 'Z • • •'],
  ])('of the name %j is %s', (name, mask) => {
    expect(maskName(name)).toBe(mask)
  })

  it('does not tell how long a name is', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,100}$/), fc.stringMatching(/^[a-z]{1,100}$/), (a, b) => {
      expect(maskName(`x${a} y${b}`)).toBe('x • • • y • •')
    }))
  })

  it.each([
    ['+8613812345678', '+86 138 •••• 5678'],
    ['+14155552671', '+1 41 •••• 2671'],
    ['+442077070707', '+44 20 •••• 0707'],
    ['+35312345678', '+353 •••• 5678'],
    ['+35812345', '+358 •••• 5'],
    ['+2901234', '+290 ••••'],
  ])('of the phone %s is %s', (phone, mask) => {
    expect(maskPhone(phone)).toBe(mask)
  })

  it('never shows more of a phone than all but four digits', () => {
    fc.assert(fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (phone) => {
      expect(maskPhone(phone).replace(/\D/g, '').length).toBeLessThanOrEqual(phone.length - 1 - 4)
    }))
  })

  it.each([
    ['chen@mail.cn', 'c••••@•••••.cn'],
    ['c@x.co.uk', 'c••••@•••••.uk'],
    ['陈@x.cn', '陈••••@•••••.cn'],
    ['👨‍👩‍👧@x.cn', '👨‍👩‍👧••••@•••••.cn'],
    ['nonsense', '••••'],
  ])('of the e-mail %s is %s', (email, mask) => {
    expect(maskEmail(email)).toBe(mask)
  })

  it.each([
    ['CN:31010119900101042X', 2, '3101 •••• •••• 042X'],
    ['CN:31010119900101042X', 3, '3101 •••• •••• 042X'],
    ['CN:31010119900101042X', 1, '•••• •••• •••• •••X'],
    ['CN:31010119900101042X', 0, '•••• •••• •••• •••X'],
    ['BR:11144477735', 2, '•••• •••• 7735'],
    ['ES:12345678Z', 2, '•••• •••• 678Z'],
    ['GB:AB12', 2, '•••• •••• 2'],
  ] as const)('of the national id %s at level %d is %s', (id, level, mask) => {
    expect(maskNationalId(id, level)).toBe(mask)
  })

  it('looks the same for every national id before level 2, but for one character', () => {
    const low = fc.constantFrom(0 as const, 1 as const)
    fc.assert(fc.property(fc.stringMatching(/^CN:[A-Z0-9]{4,32}$/), low, (id, level) => {
      expect(maskNationalId(id, level)).toBe(`•••• •••• •••• •••${id.at(-1)}`)
    }))
  })

  it.each([
    ['2088123456787735', '2088 •••• 7735'],
    ['12345678', '12 •••• 78'],
    ['3', '••••'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧 •••• 👨‍👩‍👧'],
  ])('of the account id %s is %s', (id, mask) => {
    expect(maskAccountId(id)).toBe(mask)
  })

  it('never breaks a character in two', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const masks = [maskName(text), maskEmail(text), maskAccountId(text), maskPhone(text)]
      expect(masks.filter((mask) => /\p{Surrogate}/u.test(mask))).toEqual([])
    }))
  })
})
