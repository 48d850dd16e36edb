import { english } from './choice-words-english.ts'
import { simplifiedChinese } from './choice-words-chinese.ts'

/** What each choice is called when it is read to the caller. */
export const choiceTitleIds = [
  'consent_withdrawal', 'deregistration', 'void_enrolment', 'deletion_service', 'deletion_account', 'access_service',
  'access_account',
] as const
export type ChoiceTitleId = (typeof choiceTitleIds)[number]

/** What a choice does, sentence by sentence. */
export const choiceEffectIds = [
  'at_once', 'needs_approval', 'cooling_off', 'consent_withdrawn', 'others_stay', 'enrolment_ends', 'enrolment_void',
  'erases_derived', 'erases_unneeded', 'erases_service', 'erases_account', 'kept_by_law', 'record_met_again',
  'may_return', 'never_again', 'no_mark', 'no_cost', 'copy_by_link', 'erasures_wait',
] as const
export type ChoiceEffectId = (typeof choiceEffectIds)[number]

/** Why a choice is not open to them now. */
export const choiceLockIds = ['needs_level', 'no_enrolment', 'nothing_defective', 'not_given', 'open_already'] as const
export type ChoiceLockId = (typeof choiceLockIds)[number]

/** One sentence; by plural category of the locale where it counts `{days}`. */
export type ChoiceSentence = string | { readonly one?: string; readonly other: string }

/** How choices are compared aloud in one language: addressed to the caller, as a script is. */
export interface ChoiceWords {
  /** BCP 47. */
  readonly locale: string
  readonly title: Readonly<Record<ChoiceTitleId, ChoiceSentence>>
  readonly effect: Readonly<Record<ChoiceEffectId, ChoiceSentence>>
  readonly lock: Readonly<Record<ChoiceLockId, ChoiceSentence>>
}

/** A sentence to say, and the agent's beside it; null where both read one language. */
export interface ChoiceLine {
  readonly say: string
  readonly beside: string | null
}

/** What fills the holes of a sentence, in one language. */
export type FillIn = (locale: string) => Readonly<Record<string, string | number>>

const books: readonly ChoiceWords[] = [english, simplifiedChinese]

/** The words of a language: its own, else another of the same language, else English; as scripts are found. */
export function choiceWords(locale: string): ChoiceWords {
  const language = (text: string) => text.toLowerCase().split('-')[0]
  const exact = books.find((book) => book.locale.toLowerCase() === locale.toLowerCase())
  return exact ?? books.find((book) => language(book.locale) === language(locale)) ?? english
}

/**
 * One sentence about a choice in the caller's language, with the reader's beside it.
 *
 * @param of which sentence of a book
 * @param params what fills `{name}`, asked for by locale
 */
export function choiceLine(
  of: (words: ChoiceWords) => ChoiceSentence,
  locales: { readonly caller: string; readonly reader: string },
  params: FillIn = () => ({}),
): ChoiceLine {
  const said = choiceWords(locales.caller)
  const beside = choiceWords(locales.reader)
  const fill = (book: ChoiceWords) => filled(of(book), book.locale, params(book.locale))
  return { say: fill(said), beside: said === beside ? null : fill(beside) }
}

function filled(sentence: ChoiceSentence, locale: string, params: Readonly<Record<string, string | number>>): string {
  const text = typeof sentence === 'string' ? sentence : pluralOf(sentence, locale, Number(params.days))
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole))
}

const pluralOf = (forms: { readonly one?: string; readonly other: string }, locale: string, count: number): string =>
  new Intl.PluralRules(locale).select(count) === 'one' ? (forms.one ?? forms.other) : forms.other
