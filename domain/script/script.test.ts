import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { scriptBook, scriptFor, scriptIds, scriptLocales } from './script.ts'

describe('the words to read aloud', () => {
  it('have the same lines, filled by the same names, in every language', () => {
    const holes = (line: string) => [...line.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const id of scriptIds) {
      const english = scriptBook('en').scripts[id].map(holes)
      for (const locale of scriptLocales) expect(scriptBook(locale).scripts[id].map(holes), `${id} ${locale}`).toEqual(english)
    }
  })

  it('that came with the product stay the words of their version: others are another one', () => {
    const sha256 = (locale: string) => {
      const { scripts, withoutDays, thatService } = scriptBook(locale)
      return createHash('sha256').update(JSON.stringify([scripts, withoutDays, thatService])).digest('hex').slice(0, 16)
    }
    expect(scriptLocales.map((locale) => [locale, scriptBook(locale).version, sha256(locale)])).toEqual([
      ['en', 'v1', '61e966a786c0f22a'],
      ['zh-CN', 'v1', 'c6e370fdd45393e5'],
    ])
  })

  it('stand beside all that the reader’s have, also where those have more lines', () => {
    const wordsOf = (_id: string, locale: string) => ({ version: 'v2', lines: locale === 'en' ? ['a', 'b', 'c'] : ['甲', '乙'] })
    const { lines } = scriptFor('say_now', { caller: 'zh-CN', reader: 'en' }, {}, wordsOf)
    expect(lines).toEqual([{ say: '甲', beside: 'a' }, { say: '乙', beside: 'b c' }])
  })

  it('follow the caller, each line beside the reader’s', () => {
    const script = scriptFor('deregistration', { caller: 'zh-CN', reader: 'en-GB' }, { service: 'Credit scoring' })
    expect(script.locale).toBe('zh-CN')
    expect(script.lines[0]?.say).toContain('退出Credit scoring')
    expect(script.lines[0]?.beside).toContain('You leave Credit scoring')
  })

  it('promise no days to think where there are none', () => {
    for (const caller of scriptLocales) {
      const said = (days: number) => scriptFor('deletion_account', { caller, reader: 'en' }, { service: 'X', days }).lines[1]?.say
      expect(said(7)).toContain('7')
      expect(said(0)).not.toContain('0')
      expect(said(0)).toBe(scriptBook(caller).withoutDays)
    }
  })

  it('stand alone where both read one language', () => {
    expect(scriptFor('say_now', { caller: 'en-US', reader: 'en-GB' }).lines.map((line) => line.beside)).toEqual([null])
  })

  it('are English where a language has none', () => {
    expect(scriptFor('say_now', { caller: 'pt-BR', reader: 'zh-CN' }).locale).toBe('en')
  })
})
