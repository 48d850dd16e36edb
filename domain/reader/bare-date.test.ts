import { describe, expect, it } from 'vitest'
import { isBareDate, isEndOfBareDate } from './bare-date.ts'

describe('a date without a time of day', () => {
  it('is kept as midnight UTC, also before 1970', () => {
    expect(isBareDate(Date.parse('2035-09-20'))).toBe(true)
    expect(isBareDate(Date.parse('1962-02-18'))).toBe(true)
  })

  it('is no midnight of another zone, and no other moment', () => {
    expect(isBareDate(Date.parse('2018-01-03T00:00:00+08:00'))).toBe(false)
    expect(isBareDate(Date.parse('2018-01-03T00:00:01Z'))).toBe(false)
  })

  it('ends with its last millisecond, and with no other', () => {
    expect(isEndOfBareDate(Date.parse('2018-01-03T23:59:59.999Z'))).toBe(true)
    expect(isEndOfBareDate(Date.parse('2018-01-03T23:59:59.998Z'))).toBe(false)
    expect(isEndOfBareDate(Date.parse('2018-01-04'))).toBe(false)
  })
})
