import { describe, expect, it } from 'vitest'
import { nameIn } from './names.ts'

const names = new Map([['credit_scoring', new Map([['zh-CN', '信用评分']])]])

describe('what a service is called', () => {
  it('is its name in the language that is asked for', () => {
    expect(nameIn('zh-CN', 'credit_scoring', names)).toBe('信用评分')
  })

  it('is its key, read as words, where it has no name', () => {
    expect(nameIn('en', 'credit_scoring', names)).toBe('Credit scoring')
    expect(nameIn('zh-CN', 'marketing', names)).toBe('Marketing')
  })
})
