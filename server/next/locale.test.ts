import { describe, expect, it } from 'vitest'
import { isLocale, localeFromHeader } from './locale.ts'
import { zoneOf } from './time-zone.ts'

describe('the language of a reader who has not chosen one', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['de-DE,de;q=0.9,en;q=0.5,zh;q=0.4', 'en'],
    ['en;q=0.2, zh;q=0.7', 'zh-CN'],
    ['zh;q=0, en', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [';;;q=x,,', 'en'],
    [null, 'en'],
  ])('for %s is %s', (header, locale) => {
    expect(localeFromHeader(header)).toBe(locale)
  })

  it('is not taken from a cookie that holds something else', () => {
    expect(isLocale('zh-CN')).toBe(true)
    expect(isLocale('../../etc')).toBe(false)
    expect(isLocale(undefined)).toBe(false)
  })
})

describe('the zone of a reader', () => {
  it('is the one that the cookie names', () => {
    expect(zoneOf('Asia/Shanghai')).toBe('Asia/Shanghai')
  })

  it.each([undefined, '', 'Nowhere/Land', '<script>', 'x'.repeat(500)])('is UTC for %s', (value) => {
    expect(zoneOf(value)).toBe('UTC')
  })
})
