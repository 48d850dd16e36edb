import { describe, expect, it } from 'vitest'
import { requestKinds } from '#domain/request/kinds.ts'
import { coversPlace, parseJurisdiction, zoneOf } from './jurisdiction.ts'
import { lawMarkFor } from './law-mark.ts'
import { parseLawRow, type LawRow, type LawTable } from './law-row.ts'
import {
  lawVersion, markDecided, rowsFor, startingLawTable, undecidedRows, withFallbackMonths, withLawRows,
} from './law-table.ts'

const now = Date.UTC(2026, 10, 22, 12)
const idsFor = (...question: Parameters<typeof rowsFor>) => rowsFor(...question).map((row) => row.id)
const ids = (place: string, kind: (typeof requestKinds)[number], scope?: 'account' | 'service', at = now) =>
  idsFor(place, kind, at, startingLawTable, scope)
const markOf = (...places: string[]) => lawMarkFor(places, now, startingLawTable)

describe('jurisdictions', () => {
  it('are read as people write them', () => {
    expect([' us-ca ', 'cn', 'UK', 'EL', '*'].map(parseJurisdiction)).toEqual(['US-CA', 'CN', 'GB', 'GR', '*'])
    expect(['', 'China', 'C', 'US_CA', 'US-', '86'].map(parseJurisdiction)).toEqual(Array(6).fill(null))
  })

  it('are covered by their country, and member states by the union', () => {
    expect(coversPlace('US', 'US-CA')).toBe(true)
    expect(coversPlace('US-CA', 'US')).toBe(false)
    expect(coversPlace('EU', 'DE-BY')).toBe(true)
    expect(['GB', 'CH', 'CA', '*'].map((place) => coversPlace('EU', place))).toEqual(Array(4).fill(false))
    expect(coversPlace('*', 'CA')).toBe(false)
    expect(coversPlace('*', '*')).toBe(false)
  })

  it('have one zone each', () => {
    expect(['CN', 'US-CA', 'US', 'GB', 'DE', 'JP', 'US-HI', '*', 'ZZ'].map(zoneOf)).toEqual([
      'Asia/Shanghai', 'America/Los_Angeles', 'America/New_York', 'Europe/London', 'Europe/Berlin', 'Asia/Tokyo',
      'Pacific/Honolulu', 'UTC', 'UTC',
    ])
  })
})

describe('the starting law table', () => {
  it('answers every kind in every place', () => {
    for (const place of ['CN', 'DE', 'GB', 'US', 'US-CA', 'BR', 'IN', 'CA', '*', 'ZZ']) {
      for (const kind of requestKinds) {
        expect(rowsFor(place, kind, now, startingLawTable).some((row) => row.answer), `${place} ${kind}`).toBe(true)
      }
    }
  })

  it('finds the rows of a place and kind, and the fallback only where there is none', () => {
    expect(ids('DE', 'deletion')).toEqual(['eu.gdpr'])
    expect(ids('CN', 'deletion', 'account')).toEqual(['cn.pipl', 'cn.account'])
    expect(ids('CN', 'deletion', 'service')).toEqual(['cn.pipl'])
    expect(ids('CN', 'objection')).toEqual(['cn.pipl', 'cn.credit'])
    expect(ids('US-CA', 'objection')).toEqual(['us-ca.ccpa', 'us.fcra'])
    expect(ids('US-CA', 'consent_withdrawal')).toEqual(['us-ca.opt_out'])
    expect(ids('US', 'deletion')).toEqual(['any'])
    expect(ids('BR', 'access')).toEqual(['br.lgpd'])
    expect(ids('BR', 'deletion')).toEqual(['any'])
    expect(ids('CA', 'deletion')).toEqual(['any'])
  })

  it('goes by the day of receipt in the place', () => {
    expect(ids('IN', 'objection')).toEqual(['any'])
    // 13 May 2027 in Kolkata begins at 18:30 UTC on the 12th.
    expect(ids('IN', 'objection', undefined, Date.UTC(2027, 4, 12, 18, 29))).toEqual(['any'])
    expect(ids('IN', 'objection', undefined, Date.UTC(2027, 4, 12, 18, 30))).toEqual(['in.dpdp'])
  })

  it('keeps to the last day of a row that ended', () => {
    const lgpd = startingLawTable.filter((row) => row.id === 'br.lgpd')
    const table = withLawRows(startingLawTable, lgpd.map((row) => ({ ...row, validTo: '2026-11-22' })))
    expect(idsFor('BR', 'access', Date.UTC(2026, 10, 23, 2, 59), table)).toEqual(['br.lgpd'])
    expect(idsFor('BR', 'access', Date.UTC(2026, 10, 23, 3), table)).toEqual(['any'])
  })

  it('falls back where the rows of a place speak of something else than an answer', () => {
    const silent = startingLawTable.map((row) => (row.id === 'br.lgpd' ? { ...row, answer: undefined } : row))
    expect(idsFor('BR', 'access', now, silent as LawTable)).toEqual(['br.lgpd', 'any'])
  })

  it('has unique ids and can be stored and read back', () => {
    expect(new Set(startingLawTable.map((row) => row.id)).size).toBe(startingLawTable.length)
    for (const row of startingLawTable) expect(parseLawRow(JSON.parse(JSON.stringify(row)))).toEqual(row)
  })

  it('refuses a stored row that makes no sense, naming where', () => {
    const row = JSON.parse(JSON.stringify(startingLawTable[0])) as LawRow
    expect(() => parseLawRow({ ...row, validFrom: '2026-02-30' })).toThrow('validFrom')
    expect(() => parseLawRow({ ...row, answer: { amount: 0, unit: 'day' } })).toThrow('answer.amount')
    expect(() => parseLawRow({ ...row, mark: 'maybe' })).toThrow('mark')
    expect(() => parseLawRow({ ...row, kinds: ['oblivion'] })).toThrow('kinds')
    expect(() => parseLawRow({ ...row, extra: 1 })).toThrow(RangeError)
    expect(() => parseLawRow('GDPR')).toThrow(RangeError)
  })

  it('has a version that follows its content and nothing else', () => {
    const version = lawVersion(startingLawTable)
    expect(version).toMatch(/^law-[a-p]{16}$/)
    expect(lawVersion(startingLawTable.toReversed())).toBe(version)
    expect(lawVersion(withFallbackMonths(startingLawTable, 1))).toBe(version)
    expect(lawVersion(withFallbackMonths(startingLawTable, 2))).not.toBe(version)
  })
})

describe('whether a mark is allowed', () => {
  it('follows the starting table', () => {
    expect(markOf('CN').mark).toBe('yes')
    expect(markOf('US-CA').mark).toBe('no')
    for (const place of ['DE', 'GB', 'BR', 'IN', 'US', 'CA', '*']) expect(markOf(place).mark, place).toBe('undecided')
    expect(lawMarkFor([], now, startingLawTable).mark).toBe('undecided')
    expect(lawMarkFor(['CN'], now, []).mark).toBe('undecided')
  })

  it('goes by the law that protects most', () => {
    expect(markOf('CN', 'US-CA')).toMatchObject({ mark: 'no' })
    expect(markOf('CN', 'DE')).toMatchObject({ mark: 'undecided' })
    expect(markOf('DE', 'US-CA')).toMatchObject({ mark: 'no' })
  })

  it('can be decided for one place without deciding for the world', () => {
    const table = withLawRows(startingLawTable, markDecided(startingLawTable, 'CA', 'yes'))
    expect(lawMarkFor(['CA'], now, table)).toEqual({ mark: 'yes', rows: ['any.ca'] })
    expect(lawMarkFor(['NZ'], now, table).mark).toBe('undecided')
    expect(rowsFor('CA', 'deletion', now, table).map((row) => row.id)).toEqual(['any.ca'])
    const fallback = withLawRows(startingLawTable, markDecided(startingLawTable, '*', 'yes'))
    expect(lawMarkFor(['CA'], now, fallback).mark).toBe('yes')
    expect(lawMarkFor(['DE'], now, fallback).mark).toBe('undecided')
    const decidedTwice = withLawRows(table, markDecided(table, 'CA', 'no'))
    expect(lawMarkFor(['CA'], now, decidedTwice).mark).toBe('no')
    expect(decidedTwice).toHaveLength(table.length)
  })

  it('does not take the longer deadlines or the kinds of a row away when it is decided', () => {
    const [decided] = markDecided(startingLawTable, 'EU', 'no')
    expect(decided).toEqual({ ...startingLawTable.find((row) => row.id === 'eu.gdpr'), mark: 'no' })
  })

  it('may carry an end, and the earliest counts', () => {
    const markUntil = { amount: 60, unit: 'month' } as const
    const decided = markDecided(startingLawTable, 'EU', 'yes').map((row) => ({ ...row, markUntil }))
    const table = withLawRows(startingLawTable, decided)
    const until = Date.UTC(2031, 10, 22, 22, 59, 59, 999)
    expect(lawMarkFor(['DE'], now, table)).toEqual({ mark: 'yes', until, rows: ['eu.gdpr'] })
    expect(lawMarkFor(['CN', 'DE'], now, table).until).toBe(until)
    const chinese = markDecided(table, 'CN', 'yes').map((row) => ({ ...row, markUntil: { amount: 9, unit: 'day' } as const }))
    const both = withLawRows(table, chinese)
    expect(lawMarkFor(['DE', 'CN'], now, both).until).toBe(Date.parse('2026-12-01T23:59:59.999+08:00'))
  })

  it('stands in the set-up list until it is decided', () => {
    expect(undecidedRows(startingLawTable, now).map((row) => row.id)).toEqual(['eu.gdpr', 'gb.gdpr', 'br.lgpd', 'any'])
    const decided = withLawRows(startingLawTable, markDecided(startingLawTable, 'EU', 'no'))
    expect(undecidedRows(decided, now).map((row) => row.id)).toEqual(['gb.gdpr', 'br.lgpd', 'any'])
  })
})
