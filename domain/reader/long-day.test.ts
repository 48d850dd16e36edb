import { expect, it } from 'vitest'
import { longDay } from './long-day.ts'

const at = Date.parse('2026-11-12T17:00:00.000Z')

it('a day is written as people of the language write it, and counted in the zone of the law', () => {
  expect(longDay('en', at, 'UTC')).toBe('12 November 2026')
  expect(longDay('zh-CN', at, 'Asia/Shanghai')).toBe('2026年11月13日')
  // A language that only scripts are in.
  expect(longDay('fr', at, 'Europe/Paris')).toBe('12 novembre 2026')
})
