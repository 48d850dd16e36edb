import { english } from './english.ts'
import { simplifiedChinese } from './simplified-chinese.ts'

/** What there are words to read aloud for: before anybody is verified, each choice, and what became of an erasure. */
export const scriptIds = [
  'say_now',
  'opt_out',
  'access',
  'consent_withdrawal',
  'deregistration',
  'void_enrolment',
  'deletion_service',
  'deletion_service_no_mark',
  'deletion_account',
  'deletion_account_no_mark',
  'erased_barred',
  'erased_free',
] as const
export type ScriptId = (typeof scriptIds)[number]

/** The scripts of one language. A changed word is a new version: what a person was told is on record by it. */
export interface ScriptBook {
  /** BCP 47. */
  readonly locale: string
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

/** What fills a hole in a line: the same in every language, or by locale. */
type ScriptParam = string | number | ((locale: string) => string)

/**
 * The words for a caller in their language, each line beside the reader's. Nothing stands beside a line that both
 * would read alike.
 *
 * @param params fills `{name}` in the lines; what is called differently in each language is asked for by locale
 */
export function scriptFor(
  scriptId: ScriptId,
  locales: { readonly caller: string; readonly reader: string },
  params: Readonly<Record<string, ScriptParam>> = {},
): Script {
  const said = scriptBook(locales.caller)
  const beside = scriptBook(locales.reader)
  const fill = (book: ScriptBook, line: string) =>
    (params.days === 0 && line.includes('{days}') ? book.withoutDays : line).replace(
      /\{(\w+)\}/g,
      (hole, name: string) => {
        const param = params[name] ?? hole
        return String(typeof param === 'function' ? param(book.locale) : param)
      },
    )
  const lines = said.scripts[scriptId].map((line, index) => ({
    say: fill(said, line),
    beside: said === beside ? null : fill(beside, beside.scripts[scriptId][index] ?? ''),
  }))
  return { scriptId, version: said.version, locale: said.locale, lines }
}
