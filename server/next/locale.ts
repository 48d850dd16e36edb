import { locales, type Locale } from '#domain/reader/preferences.ts'

/** Whether a string is one of our locales. */
export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value)
}

/**
 * Picks a locale from an `Accept-Language` header (RFC 9110 §12.5.4).
 * Any Chinese counts as Simplified Chinese: it is the nearest that we have. Unknown or empty: English.
 */
export function localeFromHeader(header: string | null): Locale {
  const ranges = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const quality = params.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
    })
    .filter((range) => range.tag !== '' && range.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranges) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return 'en'
}
