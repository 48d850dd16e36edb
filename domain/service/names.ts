/** What services and purposes are called: by key, then by locale. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A key read as words, for what has no name in a language: `credit_scoring` → "Credit scoring". */
export function readableKey(key: string): string {
  const words = key.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a service or a purpose is called in a language. */
export const nameIn = (locale: string, key: string, names: Names): string =>
  names.get(key)?.get(locale) ?? readableKey(key)

/** Names in a row as a language joins what is not to be used: "Credit scoring or Ride sharing". */
export const anyOf = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
