import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { navByRole } from '#components/shell/nav.ts'
import type { Role } from '#domain/access/policy.ts'
import { screenNames } from '../../e2e/screens/names.ts'

const root = join(import.meta.dirname, '..', '..')
const guide = join(root, 'docs', 'guide')
const languages = ['en', 'zh-CN'] as const
type Language = (typeof languages)[number]

const pagesOf = (language: Language) => readdirSync(join(guide, language)).filter((name) => name.endsWith('.md')).toSorted()
const pages = languages.flatMap((language) => pagesOf(language).map((name) => ({ language, name, role: roleOf(name) })))
const textOf = (path: string) => readFileSync(join(guide, path), 'utf8')

function roleOf(name: string): Role {
  const role = name.slice(0, -'.md'.length)
  if (!(role in navByRole)) throw new Error(`${name} is the page of no role`)
  return role as Role
}

/** Every text of a language's messages. */
function screenTexts(language: Language): Set<string> {
  const texts = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner)
  }
  const folder = join(root, 'messages', language)
  for (const name of readdirSync(folder)) collect(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return texts
}

/** The words that a page says stand on the screen: what it puts in bold, where a line may break. */
const boldIn = (text: string) => [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words.replace(/\s+/g, ' '))

/**
 * What is put in bold and would not be shown so: CommonMark sees no bold between a letter and a sign, as in
 * `按**“不是我”**`; a space between them mends it.
 */
const notBold = (text: string) =>
  [...text.matchAll(/(.?)\*\*([^*]+)\*\*(.?)/gsu)].flatMap(([, before = '', words = '', after = '']) =>
    (isLetter(before) && startsWithSign.test(words)) || (endsWithSign.test(words) && isLetter(after)) ? [words] : [],
  )
const startsWithSign = /^[\p{P}\p{S}]/u
const endsWithSign = /[\p{P}\p{S}]$/u
const isLetter = (character: string) => /[^\s\p{P}\p{S}]/u.test(character)

const linksIn = (text: string) => [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, to = '']) => to)
const picturesIn = (text: string) =>
  [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', to = '']) => ({ alt, to }))

/** Rooms and keys as a page's table has them: `Desk` and `d` of `| **Desk** | `g` `d` | … |`. */
const roomsIn = (text: string) =>
  [...text.matchAll(/^\| \*\*([^*]+)\*\* \| `g` `(\w)` \|/gm)].map(([, room = '', key = '']) => ({ room, key }))

describe('the guides', () => {
  it('have one page for each role in each language, and the first page leads to all of them', () => {
    for (const language of languages) {
      expect(pagesOf(language), language).toEqual(Object.keys(navByRole).map((role) => `${role}.md`).toSorted())
    }
    const led = linksIn(textOf('README.md'))
    expect(pages.map(({ language, name }) => `${language}/${name}`).filter((path) => !led.includes(path))).toEqual([])
  })

  it.each(pagesOf('en'))('say in %s the same in both languages, part by part', (name) => {
    const [first, second] = languages.map((language) => {
      const text = textOf(`${language}/${name}`)
      return {
        headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
        items: [...text.matchAll(/^(?:-|\d+\.|\|) /gm)].length,
        pictures: picturesIn(text).map(({ to }) => to.split('/').at(-1)),
        words: boldIn(text).length,
      }
    })
    expect(second).toEqual(first)
    expect(first?.headings.length).toBeGreaterThan(4)
  })

  it.each(pages)('quote in $language/$name only words that stand on that language’s screen', ({ language, name }) => {
    const texts = screenTexts(language)
    const text = textOf(`${language}/${name}`)
    const quoted = boldIn(text)
    expect(quoted.filter((words) => !texts.has(words))).toEqual([])
    expect(notBold(text), 'a sign that hides the bold').toEqual([])
    expect(quoted.length).toBeGreaterThan(20)
  })

  it.each(pages)('name in $language/$name the rooms of that role, in their order and with their keys', ({ language, name, role }) => {
    const { nav } = JSON.parse(readFileSync(join(root, 'messages', language, 'shell.json'), 'utf8')) as { nav: Record<string, string> }
    expect(roomsIn(textOf(`${language}/${name}`))).toEqual(navByRole[role].map(({ label, key }) => ({ room: nav[label], key })))
  })

  it.each(pages)('show in $language/$name only pictures that are made, in that language and with words for them', ({ language, name }) => {
    const pictures = picturesIn(textOf(`${language}/${name}`))
    const made = new Set(screenNames.map((screen) => `../images/${language}/${screen}.png`))
    expect(pictures.filter(({ to }) => !made.has(to))).toEqual([])
    expect(pictures.filter(({ alt }) => alt.length < 8)).toEqual([])
    expect(pictures.length).toBeLessThanOrEqual(4)
  })

  it.each(['README.md', ...pages.map(({ language, name }) => `${language}/${name}`)])('lead nowhere from %s that is not there', (path) => {
    const near = linksIn(textOf(path)).filter((to) => !/^[a-z]+:/.test(to))
    expect(near.filter((to) => !existsSync(join(guide, dirname(path), to.split('#')[0] ?? '')))).toEqual([])
  })
})
