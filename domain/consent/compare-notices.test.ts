import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNotices, type WordedNotice } from './compare-notices.ts'
import { wordChanges, wordCount, type TextPart } from './word-changes.ts'

const forced: WordedNotice = {
  purpose: 'credit_scoring', version: '3.1', locale: 'en', title: 'Your year', text: 'Open my review. I agree to the score.',
  textSha256: 'a', control: 'preticked_box', prominence: 'low', bundledWith: 'annual_review', validFrom: 0, validTo: 9,
}
const apart: WordedNotice = {
  ...forced, version: '3.2', control: 'unticked_box', prominence: 'prominent', bundledWith: null,
  text: 'Open my review. I want to join the score.', validFrom: 10,
}

describe('two versions of a notice', () => {
  it('differ in what a person has to do, how well it was seen, and what it was tied to', () => {
    expect(compareNotices(forced, apart)).toMatchObject({
      control: 'now_active', prominence: 'more', bundling: 'unbundled', title: 'same', text: 'changed',
    })
    expect(compareNotices(apart, forced)).toMatchObject({ control: 'now_passive', prominence: 'less', bundling: 'bundled' })
  })

  it('are the same where nothing differs, tied to something or not', () => {
    expect(compareNotices(forced, forced)).toMatchObject({
      control: 'same', prominence: 'same', bundling: 'same_bundled', text: 'same', removed: 0, added: 0,
    })
    expect(compareNotices(apart, { ...apart, control: 'button', prominence: 'banner' })).toMatchObject({
      control: 'changed', prominence: 'changed', bundling: 'same_apart',
    })
    expect(compareNotices(forced, { ...forced, bundledWith: 'marketing' }).bundling).toBe('bundled_otherwise')
  })

  it('are not compared word by word in two languages, but in two writings of one', () => {
    expect(compareNotices(forced, { ...apart, locale: 'zh-CN' })).toMatchObject({ text: 'languages_differ', parts: null })
    expect(compareNotices(forced, { ...apart, locale: 'en-GB' }).text).toBe('changed')
  })
})

const without = (parts: readonly TextPart[], kind: TextPart['kind']) =>
  parts.filter((part) => part.kind !== kind).map((part) => part.text).join('')

describe('the words that changed', () => {
  it('are words, not letters, and no more than changed', () => {
    const parts = wordChanges(forced.text, apart.text, 'en')
    expect(parts.filter((part) => part.kind === 'removed').map((part) => part.text)).toEqual(['agree'])
    expect(parts.filter((part) => part.kind !== 'same').map((part) => part.text).join('|')).toBe('agree|want| join')
  })

  it('are read as a phrase where one took the place of another', () => {
    const parts = wordChanges('Open my review now.', 'This is a choice now.', 'en')
    expect(parts).toEqual([
      { kind: 'removed', text: 'Open my review' }, { kind: 'added', text: 'This is a choice' }, { kind: 'same', text: ' now.' },
    ])
  })

  it('are found in a language without spaces', () => {
    const parts = wordChanges('我同意信用服务协议', '我要开通信用服务', 'zh-CN')
    expect(without(parts, 'added')).toBe('我同意信用服务协议')
    expect(without(parts, 'removed')).toBe('我要开通信用服务')
    expect(parts.some((part) => part.kind === 'same' && part.text.includes('信用'))).toBe(true)
  })

  it('give back both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', 'word', '，', '评分', '👩‍👩‍👧', '\n', "it's")).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordChanges(before, after, 'en')
        expect(without(parts, 'added')).toBe(before)
        expect(without(parts, 'removed')).toBe(after)
      }),
    )
  })

  it('of texts too long to compare are shown as replaced, and counted', () => {
    const before = Array.from({ length: 1_500 }, (_, index) => `old${index}`).join(' ')
    const after = Array.from({ length: 1_500 }, (_, index) => `new${index}`).join(' ')
    const parts = wordChanges(before, after, 'en')
    expect(parts.map((part) => part.kind)).toEqual(['removed', 'added'])
    expect(wordCount(parts[0]?.text ?? '', 'en')).toBe(1_500)
  })
})
