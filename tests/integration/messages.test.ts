import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditCodes } from '#domain/audit/codes.ts'
import { refusalCodes } from '#domain/request/explain.ts'
import { settingDefinitions } from '#domain/settings/definitions.ts'
import { phraseBook } from '#usecases/views/phrase-book.ts'
import { argumentsOf, flatten } from '../support/icu.ts'
import { messageUses } from '../support/message-uses.ts'

const root = path.resolve(import.meta.dirname, '../../messages')
const filesOf = (locale: string) => readdirSync(path.join(root, locale)).sort()
const read = (locale: string, file: string) =>
  flatten(JSON.parse(readFileSync(path.join(root, locale, file), 'utf8')))

describe('the messages', () => {
  it('come in the same files in both languages', () => {
    expect(filesOf('zh-CN')).toEqual(filesOf('en'))
  })

  describe.each(filesOf('en'))('%s', (file) => {
    const en = read('en', file)
    const zh = read('zh-CN', file)

    it('has the same keys in both languages', () => {
      expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
    })

    it('leaves none empty', () => {
      const empty = [...en, ...zh].filter(([, text]) => text.trim() === '').map(([key]) => key)
      expect(empty).toEqual([])
    })

    it('is filled by the same names in both languages', () => {
      const differing = [...en.keys()].filter(
        (key) => argumentsOf(en.get(key) ?? '').join() !== argumentsOf(zh.get(key) ?? '').join(),
      )
      expect(differing).toEqual([])
    })
  })
})

describe.each(['en', 'zh-CN'])('the sentences that data asks for, in %s', (locale) => {
  const words = read(locale, 'words.json')

  it('cover the phrase book: no key missing, no name used that is not given', () => {
    const wrong = Object.entries(phraseBook).flatMap(([group, phrases]) =>
      Object.entries(phrases).flatMap(([key, names]: [string, readonly string[]]) => {
        const text = words.get(`${group}.${key}`)
        if (text === undefined) return [`${group}.${key} is missing`]
        return argumentsOf(text).filter((name) => !names.includes(name)).map((name) => `${group}.${key}: {${name}}`)
      }),
    )
    expect(wrong).toEqual([])
  })

  it('hold no sentence below a group of the phrase book that no view can ask for', () => {
    const known = new Set(Object.entries(phraseBook).flatMap(([group, phrases]) => Object.keys(phrases).map((key) => `${group}.${key}`)))
    const groups = Object.keys(phraseBook)
    expect([...words.keys()].filter((key) => groups.includes(key.split('.')[0] ?? '') && !known.has(key))).toEqual([])
  })

  it('name how a consent was given, as the demo’s operator and this desk record it', () => {
    const codes = [
      ...['app', 'web', 'phone', 'rightsdesk'].map((code) => `consentChannel.${code}`),
      ...[
        'left_preticked', 'opened_review', 'pressed_leave', 'pressed_no', 'pressed_stop', 'ticked_box', 'unticked_box',
        'request',
      ].map((code) => `indication.${code}`),
    ]
    expect(codes.filter((code) => !words.has(code))).toEqual([])
  })

  it('name every audit code', () => {
    const audit = read(locale, 'audit.json')
    expect(auditCodes.filter((code) => !audit.has(code))).toEqual([])
  })

  it('explain every refusal of the request machine', () => {
    const errors = read(locale, 'errors.json')
    expect(refusalCodes.filter((code) => !errors.has(`reason.${code}`))).toEqual([])
  })

  it('explain every setting', () => {
    const settings = read(locale, 'settings.json')
    expect(Object.keys(settingDefinitions).filter((key) => !settings.has(`setting.${key}`))).toEqual([])
  })
})

describe('the refusals in the code', () => {
  const sources = ['usecases', 'server'].flatMap((room) =>
    readdirSync(path.resolve(root, '..', room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('generated') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.resolve(root, '..', room, file), 'utf8')),
  )
  const found = (pattern: RegExp) => [
    ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))),
  ]
  const errors = read('en', 'errors.json')

  it('each have a sentence', () => {
    const reasons = found(/\b(?:invalidInput|notAllowed|notFound|conflict|preconditionFailed|unavailable)\(\s*'([a-z_0-9]+)'/g)
    expect(reasons.length).toBeGreaterThan(20)
    expect(reasons.filter((reason) => !errors.has(`reason.${reason}`))).toEqual([])
  })

  it('have a sentence for every field fault that a schema names', () => {
    const faults = found(/error: '([a-z_0-9]+)'/g)
    expect(faults.length).toBeGreaterThan(10)
    expect(faults.filter((fault) => !errors.has(`field.${fault}`))).toEqual([])
  })
})

describe('the messages and the code', () => {
  const uses = messageUses()
  const all = filesOf('en').flatMap((file) => {
    const space = file.replace('.json', '')
    return [...read('en', file).keys()].map((key) => `${space}.${key}`)
  })
  const isBelow = (key: string) => [...uses.groups].some((group) => key.startsWith(`${group}.`))
  /** Texts that a code of the domain, of the log or of a refusal asks for: the code stands in the sources. */
  const byCode = ['audit.', 'errors.reason.', 'errors.field.', 'settings.setting.', 'trouble.error.', 'words.']
  const isByCode = (key: string) => {
    const space = byCode.find((one) => key.startsWith(one))
    if (space === undefined) return false
    const code = key.slice(space.length)
    return uses.strings.has(code) || uses.strings.has(code.slice(code.lastIndexOf('.') + 1))
  }

  it('know each other: none is there that nothing asks for', () => {
    expect(all.length).toBeGreaterThan(1_000)
    expect(all.filter((key) => !uses.keys.has(key) && !isBelow(key) && !isByCode(key))).toEqual([])
  })

  it('glue no sentence to another text: each language puts its words in its own order', () => {
    expect(uses.glued).toEqual([])
  })
})
