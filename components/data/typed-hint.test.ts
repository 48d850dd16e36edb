import { describe, expect, it } from 'vitest'
import { caseCodeFrom } from '#domain/request/case-code.ts'
import { typedHint } from './typed-hint.ts'

const keyOf = (text: string) => typedHint(text)?.key
const code = caseCodeFrom(new Uint8Array([7, 61, 202, 19, 88]))

describe('what somebody seems to be typing', () => {
  it('is nothing while the field is empty', () => {
    expect(typedHint('  ')).toBeNull()
  })

  it('is a Chinese phone with the digits that are missing, however it is written', () => {
    expect(typedHint('138 1234 56')).toEqual({ key: 'phoneChinaMissing', missing: 2 })
    expect(keyOf('138-1234-5678')).toBe('phoneChina')
    expect(keyOf('+86 (138) 1234 5678')).toBe('phoneChina')
    expect(keyOf('0086 138 1234 5678')).toBe('phoneChina')
    expect(keyOf('１３８１２３４５６７８')).toBe('phoneChina')
  })

  it('is a phone of another country once it has a plus', () => {
    expect(keyOf('+1 (514) 721-4711')).toBe('phoneAbroad')
  })

  it('is an e-mail, unfinished until it has a domain', () => {
    expect(keyOf('chen@')).toBe('emailUnfinished')
    expect(keyOf('chen@example')).toBe('emailUnfinished')
    expect(keyOf("o'brien+x@example.cn")).toBe('email')
  })

  it('is a Chinese identity number with its check digit judged', () => {
    expect(keyOf('11010519491231002X')).toBe('nationalId')
    expect(keyOf('110105194912310021')).toBe('nationalIdWrong')
    expect(typedHint('11010519491231')).toEqual({ key: 'nationalIdMissing', missing: 4 })
  })

  it('is a case code with its last character judged', () => {
    const wrong = code.slice(0, 8) + (code.endsWith('0') ? '1' : '0')
    expect(keyOf(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`)).toBe('caseCode')
    expect(keyOf(code.toLowerCase())).toBe('caseCode')
    expect(keyOf(wrong)).toMatch(/caseCodeWrong|number/)
  })

  it('never fails on what people paste', () => {
    for (const text of ['😀', '=1+1', 'x'.repeat(400), '陈小明', '+', '@', '00', "Robert'); DROP TABLE"]) {
      expect(typedHint(text)).not.toBeNull()
    }
  })
})
