import { describe, expect, it } from 'vitest'
import { letterLocales, letterTo, type LetterFacts } from './letter.ts'

const facts: LetterFacts = {
  system: 'wallet', role: 'processor', silentSince: Date.parse('2018-01-03T10:00:00Z'), caseCodes: ['K7M4QXEH9'],
  earliestDue: Date.parse('2018-01-20T15:59:59Z'), from: 'S-009', at: Date.parse('2018-01-08T02:00:00Z'),
}

describe('a letter to a system that does not answer', () => {
  it('says in English since when, by which reference, and by when it has to be answered', () => {
    const { subject, paragraphs } = letterTo('en', facts)
    const text = paragraphs.join('\n')
    expect(subject).toBe('wallet: one request is waiting for your answer')
    for (const part of ['8 January 2018', 'since 3 January 2018', 'K7M4 QXEH 9', 'by 20 January 2018 (UTC)', 'S-009']) {
      expect(text).toContain(part)
    }
  })

  it('says the same in Chinese', () => {
    const text = letterTo('zh-CN', facts).paragraphs.join('\n')
    for (const part of ['自2018年1月3日以来', 'K7M4 QXEH 9', '2018年1月20日（UTC）前答复', 'S-009']) expect(text).toContain(part)
  })

  it('says of a system that answered that it still held data', () => {
    expect(letterTo('en', { ...facts, silentSince: null }).paragraphs[2]).toContain('still held data')
    expect(letterTo('zh-CN', { ...facts, silentSince: null }).paragraphs[2]).toContain('仍有本应清除的数据')
  })

  it('tells a recipient, which need not erase', () => {
    for (const locale of letterLocales) {
      const told = letterTo(locale, { ...facts, role: 'recipient' }).paragraphs.join('')
      expect(told).not.toBe(letterTo(locale, facts).paragraphs.join(''))
    }
  })
})
