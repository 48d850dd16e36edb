/** A country's name in a language, by its ISO 3166-1 code; the code itself where there is no name. */
export function regionName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
