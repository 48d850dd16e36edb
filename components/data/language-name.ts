/** A language as a reader of `locale` calls it: `zh-CN` → "Chinese (China)" or "中文（中国）". */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(code.split('-')[0] ?? code) ?? code
  } catch {
    return code
  }
}
