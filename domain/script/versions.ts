import { scriptBook, type ScriptId, type WordsOf } from './script.ts'

/** One version of the words of one script in one language. Times are epoch ms. */
export interface ScriptVersion {
  readonly scriptId: ScriptId
  /** BCP 47, one of `scriptLocales`. */
  readonly locale: string
  /** `v1` came with the product; the operator's own are `v2`, `v3` and so on. */
  readonly version: string
  readonly lines: readonly string[]
  readonly validFrom: number
  readonly publishedAt: number
  /** Personnel number; null for words that came with the product. */
  readonly publishedBy: string | null
  readonly reason: string | null
}

/** The number in a version's name; 0 where it has none. */
export const numberOf = (version: string): number => Number(/^v(\d{1,6})$/.exec(version)?.[1] ?? 0)

/**
 * Every version of one script in one language, the first one first: what came with the product, then the operator's.
 * Words that were kept when somebody was told them go before those of the product: they are what was heard.
 */
export function versionsOf(scriptId: ScriptId, locale: string, stored: readonly ScriptVersion[]): ScriptVersion[] {
  const book = scriptBook(locale)
  const own = stored.filter((one) => one.scriptId === scriptId && one.locale === book.locale)
  const shipped: ScriptVersion = {
    scriptId, locale: book.locale, version: book.version, lines: book.scripts[scriptId], validFrom: 0, publishedAt: 0,
    publishedBy: null, reason: null,
  }
  return [...(own.some(({ version }) => version === shipped.version) ? [] : [shipped]), ...own].toSorted(
    (a, b) => numberOf(a.version) - numberOf(b.version),
  )
}

/** The version in force: the newest whose day has come. */
export function versionInForce(versions: readonly ScriptVersion[], at: number): ScriptVersion {
  const found = versions.findLast(({ validFrom }) => validFrom <= at) ?? versions[0]
  if (found === undefined) throw new RangeError('a script without any words')
  return found
}

/** What the next version is called. */
export const nextVersion = (versions: readonly ScriptVersion[]): string =>
  `v${Math.max(1, ...versions.map(({ version }) => numberOf(version))) + 1}`

/** The words in force at a moment, script by script. */
export const wordsInForce =
  (stored: readonly ScriptVersion[], at: number): WordsOf =>
  (scriptId, locale) =>
    versionInForce(versionsOf(scriptId, locale, stored), at)
