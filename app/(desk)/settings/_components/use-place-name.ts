'use client'
import { useLocale, useTranslations } from 'next-intl'

/** What a jurisdiction is called: a country or the union by name, a part with its code, `*` as every other place. */
export function usePlaceName(): (jurisdiction: string) => string {
  const locale = useLocale()
  const t = useTranslations('settings.values')
  return (jurisdiction) => {
    if (jurisdiction === '*') return t('anyOther')
    const [country = '', part] = jurisdiction.split('-')
    const name = regionName(country, locale)
    return part === undefined ? name : t('partOf', { country: name, part: jurisdiction })
  }
}

function regionName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
