'use client'
import { useTranslations } from 'next-intl'
import type { SettingLineView } from '#usecases/views/settings.ts'
import { useSettingText } from './use-setting-text.ts'

/** Who changed a setting when, from what to what, newest first: as the log tells it. */
export function SettingHistory({ setting }: { setting: SettingLineView }) {
  const t = useTranslations('settings.values')
  const { shown } = useSettingText()
  if (setting.history.length === 0) return null
  const value = (text: string) => shown(setting.unit, setting.unit === 'country' ? text.toUpperCase() : text)
  return (
    <section aria-labelledby="setting-history" className="text-sm">
      <h3 id="setting-history" className="font-medium">
        {t('history')}
      </h3>
      <ol className="mt-1 max-h-40 overflow-y-auto" tabIndex={0} aria-labelledby="setting-history">
        {setting.history.map(({ at, by, from, to }, index) => (
          <li key={index} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1 last:border-0">
            <span>{t('historyLine', { from: value(from), to: value(to) })}</span>
            <span className="text-ink-2">{t('historyBy', { by, at })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
