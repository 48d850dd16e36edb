'use client'
import { useLocale, useTranslations } from 'next-intl'
import { regionName } from './region-name.ts'

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
