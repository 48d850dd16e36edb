'use client'
import { useEffect } from 'react'
import { useRouter } from 'next/navigation'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { densities, formattingLocale, locales, themes, type Density, type Theme } from '#domain/reader/preferences.ts'
import { setPreference } from '#components/i18n/set-preference.ts'

const localeNames = { en: 'English', 'zh-CN': '中文' } as const

/** Language, theme and density: each a plain choice that takes effect at once and is remembered here. */
export function PreferenceSwitches({ theme, density }: { theme: Theme; density: Density }) {
  const t = useTranslations('shell')
  const tag = useLocale()
  const locale = locales.find((one) => formattingLocale[one] === tag) ?? 'en'
  const router = useRouter()
  useReaderZone()

  function choose(name: 'locale' | 'theme' | 'density', value: string) {
    setPreference(name, value)
    if (name === 'locale') document.documentElement.lang = value
    if (name === 'theme') document.documentElement.dataset.theme = value
    if (name === 'density') document.documentElement.dataset.density = value
    router.refresh()
  }

  return (
    <div className="flex flex-wrap gap-x-2 gap-y-0.5 text-xs">
      <Choice label={t('prefs.language')} value={locale} onChoose={(v) => choose('locale', v)}
        options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))} />
      <Choice label={t('prefs.theme')} value={theme} onChoose={(v) => choose('theme', v)}
        options={themes.map((value) => ({ value, label: t(`prefs.themes.${value}`) }))} />
      <Choice label={t('prefs.density')} value={density} onChoose={(v) => choose('density', v)}
        options={densities.map((value) => ({ value, label: t(`prefs.densities.${value}`) }))} />
    </div>
  )
}

function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  label: string
  value: string
  options: readonly { value: string; label: string; lang?: string }[]
  onChoose: (value: string) => void
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      className="-ml-1 field-sizing-content min-h-6 rounded border-0 bg-transparent px-0.5 text-xs text-ink-2 hover:text-ink"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang} className="bg-surface text-ink">
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** Tells the server the reader's zone once, so that times are theirs from the next render on. */
function useReaderZone() {
  const router = useRouter()
  const shown = useTimeZone()
  useEffect(() => {
    const mine = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (mine === '' || mine === shown || document.cookie.includes(`rd_zone=${encodeURIComponent(mine)}`)) return
    setPreference('zone', mine)
    router.refresh()
  }, [router, shown])
}
