import { english } from './english.ts'
import { filled, type ScriptParams } from './fill.ts'
import type { ScriptId } from './script-ids.ts'
import { simplifiedChinese } from './simplified-chinese.ts'

export { scriptIds, type ScriptId } from './script-ids.ts'

/**
 * The scripts of one language as they come with the product. A changed word is a new version: what a person was told is
 * on record by it (the test beside this holds each version to its words).
 */
export interface ScriptBook {
  /** BCP 47. */
  readonly locale: string
  /** `v1`. Never `v2`, which is what an operator's first own words are called (versions.ts). */
  readonly version: string
  /** Line by line; the same number of lines in every language, so that each stands beside its translation. */
  readonly scripts: Readonly<Record<ScriptId, readonly string[]>>
  /** Said in place of a line that counts `{days}` where there is none to count. */
  readonly withoutDays: string
  /** Written in place of the name where whoever reads it may be somebody else. */
  readonly thatService: string
}

/** One script in two languages: what is said, and what the agent reads beside it. */
export interface Script {
  readonly scriptId: ScriptId
  readonly version: string
  readonly locale: string
  readonly lines: readonly { readonly say: string; readonly beside: string | null }[]
}

const books: readonly ScriptBook[] = [english, simplifiedChinese]

/** The locales that scripts exist in. */
export const scriptLocales: readonly string[] = books.map((book) => book.locale)

/** The book for a language: the very locale, else another of the same language, else English. */
export function scriptBook(locale: string): ScriptBook {
  const language = (text: string) => text.toLowerCase().split('-')[0]
  const exact = books.find((book) => book.locale.toLowerCase() === locale.toLowerCase())
  return exact ?? books.find((book) => language(book.locale) === language(locale)) ?? english
}

/** The words of one script in one language, under the version that they are on record by. */
export type WordsOf = (
  scriptId: ScriptId,
  locale: string,
) => { readonly version: string; readonly lines: readonly string[] }

/** The words that came with the product. */
export const shippedWords: WordsOf = (scriptId, locale) => {
  const book = scriptBook(locale)
  return { version: book.version, lines: book.scripts[scriptId] }
}

/**
 * The words for a caller in their language, each line beside the reader's. Nothing stands beside a line that both
 * would read alike. Where the two have not the same number of lines, what the reader's has more stands beside the last.
 *
 * @param params fills `{name}` in the lines; what is called differently in each language is asked for by locale
 * @param wordsOf the words in force; those that came with the product where nothing is said
 */
export function scriptFor(
  scriptId: ScriptId,
  locales: { readonly caller: string; readonly reader: string },
  params: ScriptParams = {},
  wordsOf: WordsOf = shippedWords,
): Script {
  const said = scriptBook(locales.caller)
  const beside = scriptBook(locales.reader)
  const words = wordsOf(scriptId, said.locale)
  const own = wordsOf(scriptId, beside.locale).lines.map((line) => filled(line, params, beside))
  const lines = words.lines.map((line, index) => ({
    say: filled(line, params, said),
    beside: said === beside ? null : besideOf(own, index, words.lines.length),
  }))
  return { scriptId, version: words.version, locale: said.locale, lines }
}

const besideOf = (own: readonly string[], index: number, length: number): string =>
  index === length - 1 ? own.slice(index).join(' ') : (own[index] ?? '')
