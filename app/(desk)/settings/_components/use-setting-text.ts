'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { SettingLineView } from '#usecases/views/settings.ts'
import { anyMessage } from '#components/i18n/any-message.ts'
import { regionName } from './region-name.ts'

/** A setting in the reader's language: what it means, and a value with its unit, such as "7 days". */
export function useSettingText() {
  const meanings = useTranslations('settings.setting')
  const explained = useTranslations('settings.explained')
  const t = useTranslations('settings.values')
  const locale = useLocale()
  return {
    meaning: (setting: SettingLineView): string => anyMessage(meanings, setting.key) ?? setting.meaning,
    /** What its few words do not say; null where they say it all. */
    explained: (setting: SettingLineView): string | null => anyMessage(explained, setting.key) ?? null,
    shown: (unit: SettingLineView['unit'], value: string): string => {
      if (unit === 'flag') return value === 'true' ? t('yes') : t('no')
      return unit === 'country' ? regionName(value, locale) : t(`unit.${unit}`, { n: Number(value) })
    },
  }
}
