'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ScriptView } from '#usecases/views/desk.ts'
import { languageName } from './language-name.ts'

/** Words to read aloud in the caller's language, each line with the agent's beside it. */
export function ScriptCard({ script, heading }: { script: ScriptView; heading?: string }) {
  const t = useTranslations('script')
  const format = useFormatter()
  const name = languageName(script.locale, useLocale())
  return (
    <div role="group" aria-label={heading ?? t('label')} className="rounded bg-accent-wash px-4 py-3.5">
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-xs">
        <h3 className="font-semibold tracking-[0.02em] text-accent">{t('readAloud', { language: name })}</h3>
        <span className="text-ink-2">{t('version', { version: script.version })}</span>
      </div>
      <ol className="grid gap-2.5">
        {script.lines.map((line, index) => (
          <li key={index}>
            <p lang={script.locale} className="text-lg">
              {line.say}
            </p>
            {line.beside !== null && <p className="mt-0.5 text-xs text-ink-2">{line.beside}</p>}
          </li>
        ))}
      </ol>
      {script.lines.length > 1 && (
        <p className="sr-only">{t('lines', { count: format.number(script.lines.length) })}</p>
      )}
    </div>
  )
}
