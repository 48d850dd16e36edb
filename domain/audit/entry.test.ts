import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { caseCodeFrom } from '../request/case-code.ts'
import { decisionIdFrom } from '../ineligibility/decision-id.ts'
import { auditCodes } from './codes.ts'
import { decodeEntry, encodeEntry, EntryNotAllowed, entryTime, maxEntryBytes } from './entry.ts'
import type { AuditEntry, EntryValue } from './entry.ts'

const id = '0198c1f0-5b1e-4c3a-9d2f-6a7b8c9d0e1f'
const plain: AuditEntry = {
  v: 1,
  id,
  at: '2018-01-17T08:12:00.000Z',
  what: 'request.opened',
  outcome: 'ok',
  actor: { type: 'staff', id },
  case: caseCodeFrom(new Uint8Array([1, 2, 3, 4, 5])),
  call: id,
  subjects: [id],
  data: {},
  commit: {},
}
const withData = (data: { [key: string]: EntryValue }): AuditEntry => ({ ...plain, data })
const fault = (entry: unknown) => {
  try {
    encodeEntry(entry as AuditEntry)
    return 'allowed'
  } catch (error) {
    return error instanceof EntryNotAllowed ? error.fault : error
  }
}

describe('what may stand in the data of an audit entry', () => {
  it.each([
    ['a code', 'credit_scoring'],
    ['a dotted code', 'request.opened'],
    ['a version', '3.1'],
    ['a law version that holds a date', 'cn:pipl-2026-01-01'],
    ['a code around an id', `system:${id}`],
    ['a date', '2018-01-17'],
    ['a time', '2018-01-17T08:12:00Z'],
    ['a time in milliseconds', '2018-01-17T08:12:00.123Z'],
    ['an id', id],
    ['an id of digits alone', '11111111-2222-4333-8444-555555555555'],
    ['SHA-256 in hex', 'ab'.repeat(32)],
    ['a hash in base64url', Buffer.alloc(32, 7).toString('base64url')],
    ['a case code', plain.case],
    ['a decision id', decisionIdFrom(new Uint8Array(16).fill(255))],
    ['six digits', '123456'],
    ['an integer', 2_345_118],
    ['a time in epoch milliseconds', 1_516_176_720_000],
    ['yes', true],
    ['nothing', null],
    ['a list of objects', [{ system: 'shop', rows: 3 }]],
  ] satisfies [string, EntryValue][])('allows %s', (_, value) => {
    expect(fault(withData({ value }))).toBe('allowed')
  })

  it.each([
    ['a phone', '13812345678'],
    ['a phone with a plus', '+8613812345678'],
    ['a phone with hyphens', '138-1234-5678'],
    ['a phone inside a code', 'tel:13812345678'],
    ['a phone with dots inside a code', 'tel.138.1234.5678'],
    ['seven digits', '1234567'],
    ['a phone that begins like a date', '1381-11-11-55'],
    ['a date with digits hung on', '2018-01-17123456'],
    ['a national id', '11010519491231002x'],
    ['a national id with its country', 'cn:11010519491231002x'],
    ['an e-mail', 'chen@example.cn'],
    ['words', 'the caller was angry'],
    ['a capital letter', 'Chen'],
    ['a Chinese name', '陈建国'],
    ['an apostrophe', "o'brien"],
    ['a line feed', 'code\n'],
    ['nothing between quotes', ''],
    ['81 characters', 'a'.repeat(81)],
    ['a day that is none', '2018-02-31T00:00:00Z'],
    ['base64url with stray bits', `${'A'.repeat(42)}B`],
    ['base64url of 43 digits', '1'.repeat(42) + '4'],
    ['a broken number', 1.5],
    ['a number beyond 2^53', 2 ** 53],
  ] satisfies [string, EntryValue][])('refuses %s', (_, value) => {
    expect(fault(withData({ value }))).toBe('data_value')
    expect(fault(withData({ list: [{ value }] }))).toBe('data_value')
  })

  it.each(['Rows', '13812345678', 'a'.repeat(81), 'with space', '', '__proto__x', 'n13812345678', 'chen@example.cn'])(
    'refuses the key %j', (key) => {
      expect(fault(withData({ [key]: 1 }))).toBe('data_key')
    },
  )

  it('refuses a key that is called __proto__', () => {
    expect(fault(withData(JSON.parse('{"__proto__": 1}')))).toBe('data_key')
  })

  it('allows depth 3 and refuses depth 4', () => {
    expect(fault(withData({ a: [{ b: 1 }] }))).toBe('allowed')
    expect(fault(withData({ a: { b: { c: 1 } } }))).toBe('allowed')
    expect(fault(withData({ a: { b: { c: {} } } }))).toBe('data_depth')
    expect(fault(withData({ a: [[[]]] }))).toBe('data_depth')
  })

  it('takes a case code of digits alone only where the key says that it is one', () => {
    const digits = Array.from({ length: 100_000 }, (_, n) => {
      return caseCodeFrom(new Uint8Array([0, 0x04, n >> 12, (n >> 4) & 255, (n << 4) & 255]))
    }).find((code) => /^\d{9}$/.test(code))
    expect(digits).toBeDefined()
    expect(fault(withData({ duplicate_of_case_code: digits ?? '' }))).toBe('allowed')
    expect(fault(withData({ value: digits ?? '' }))).toBe('data_value')
    expect(fault({ ...plain, case: digits })).toBe('allowed')
  })

  it('never allows a phone or an e-mail, however they are written', () => {
    const separators = fc.constantFrom('', '-', '.', ':', '_', ' ')
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 7, maxLength: 18 })
    const number = fc.tuple(digits, separators, fc.constantFrom('', '+', 'tel:', 'p_'))
      .map(([all, separator, before]) => before + all.join(separator))
    fc.assert(fc.property(number, (value) => {
      expect(fault(withData({ value }))).toBe('data_value')
    }))
    fc.assert(fc.property(fc.emailAddress(), (value) => {
      expect(fault(withData({ value }))).toBe('data_value')
    }))
  })
})

describe('an audit entry', () => {
  it.each([
    ['a version to come', { v: 2 }, 'version'],
    ['an id that is none', { id: 'ABC' }, 'id'],
    ['an id in capitals', { id: id.toUpperCase() }, 'id'],
    ['a time without milliseconds', { at: '2018-01-17T08:12:00Z' }, 'at'],
    ['a time of another zone', { at: '2018-01-17T16:12:00.000+08:00' }, 'at'],
    ['a day that is none', { at: '2018-02-31T08:12:00.000Z' }, 'at'],
    ['an unknown code', { what: 'request.frobnicated' }, 'what'],
    ['an unknown outcome', { outcome: 'maybe' }, 'outcome'],
    ['somebody without an id', { actor: { type: 'staff', id: null } }, 'actor'],
    ['nobody with an id', { actor: { type: 'nobody', id } }, 'actor'],
    ['an e-mail as the actor', { actor: { type: 'staff', id: 'a@b.cn' } }, 'actor'],
    ['a phone as the actor', { actor: { type: 'client', id: '13812345678' } }, 'actor'],
    ['an actor with a name', { actor: { type: 'staff', id, name: 'Chen' } }, 'actor'],
    ['a case code that is wrong by one', { case: '041061051' }, 'case'],
    ['a case code in small letters', { case: plain.case?.toLowerCase() }, 'case'],
    ['a call that is no id', { call: 'call-1' }, 'call'],
    ['an external id as a subject', { subjects: ['cust-1'] }, 'subjects'],
    ['a subject named twice', { subjects: [id, id] }, 'subjects'],
    ['a field more', { note: 'hello' }, 'shape'],
    ['a field less', { data: undefined }, 'shape'],
    ['a commitment of another length', { commit: { reason: 'AAAA' } }, 'commit'],
    ['a commitment in clear', { commit: { reason: 'the caller was known to me since we were at schooA' } }, 'commit'],
    ['a commitment under a name', { commit: { 'Chen Jianguo': Buffer.alloc(32).toString('base64url') } }, 'commit'],
  ])('is refused with %s', (_, change, expected) => {
    expect(fault({ ...plain, ...change })).toBe(expected)
  })

  it('says why it is refused without saying what was in it', () => {
    expect(() => encodeEntry(withData({ value: 'chen@example.cn' }))).toThrow('audit entry not allowed: data_value')
  })

  it('has at most 65,535 bytes, the length prefix of a tile', () => {
    const room = maxEntryBytes - encodeEntry(withData({ list: [] })).length
    const list = (count: number, last: number) => {
      return [...Array.from({ length: count }, () => 'a'.repeat(80)), 'a'.repeat(last)]
    }
    const full = Math.floor((room - 10) / 83)
    const exactly = list(full, room - full * 83 - 2)
    expect(encodeEntry(withData({ list: exactly })).length).toBe(maxEntryBytes)
    expect(fault(withData({ list: list(full, room - full * 83 - 1) }))).toBe('too_large')
  })

  it('is read back as it was written, whatever is in it', () => {
    const code = fc.constantFrom(...auditCodes)
    const value = fc.oneof(fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.uuid(), code)
    const data = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,9}$/), fc.oneof(value, fc.array(value)))
    const ids = fc.uniqueArray(fc.uuid())
    fc.assert(fc.property(data, ids, code, (d, subjects, what) => {
      const entry = { ...plain, data: JSON.parse(JSON.stringify(d)), subjects, what }
      expect(decodeEntry(encodeEntry(entry))).toEqual(entry)
    }))
  })

  it('is refused on reading when its bytes are not the canonical ones', () => {
    const text = new TextDecoder().decode(encodeEntry(plain))
    const read = (changed: string) => () => decodeEntry(new TextEncoder().encode(changed))
    expect(read(text)).not.toThrow()
    expect(read(` ${text}`)).toThrow(expect.objectContaining({ fault: 'not_canonical' }))
    expect(read(text.replace('"v":1', '"v":1.0'))).toThrow(expect.objectContaining({ fault: 'not_canonical' }))
    expect(read(text.replace('"v":1', '"v":1,"v":1'))).toThrow(expect.objectContaining({ fault: 'not_canonical' }))
    expect(read(`\ufeff${text}`)).toThrow(expect.objectContaining({ fault: 'shape' }))
    expect(read(text.slice(1))).toThrow(expect.objectContaining({ fault: 'shape' }))
    expect(read('null')).toThrow(expect.objectContaining({ fault: 'shape' }))
    expect(() => decodeEntry(Uint8Array.of(0xff))).toThrow(expect.objectContaining({ fault: 'shape' }))
  })

  it('takes its time from epoch milliseconds', () => {
    expect(entryTime(1_516_176_720_000)).toBe('2018-01-17T08:12:00.000Z')
    expect(() => entryTime(Number.NaN)).toThrow(EntryNotAllowed)
  })
})

describe('the list of codes', () => {
  it('names each once, as a noun and what was done to it', () => {
    expect(new Set(auditCodes).size).toBe(auditCodes.length)
    for (const code of auditCodes) expect(code).toMatch(/^[a-z]+\.[a-z_]+$/)
  })
})
