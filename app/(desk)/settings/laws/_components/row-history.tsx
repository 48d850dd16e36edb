'use client'
import { useTranslations } from 'next-intl'
import type { LawVersionView } from '#usecases/views/laws.ts'
import { useLawText } from './use-law-text.ts'

/** What was recorded of one row, the newest first: who, when, why, from which day, and what it said. */
export function RowHistory({ name, versions }: { name: string; versions: readonly LawVersionView[] }) {
  const t = useTranslations('laws')
  const { sentences, day } = useLawText()
  return (
    <details className="text-sm">
      <summary className="link w-fit cursor-pointer">
        {t('history', { count: versions.length })}
        <span className="sr-only">: {name}</span>
      </summary>
      <ol aria-label={t('historyOf', { row: name })} className="mt-2 grid gap-3 border-l border-line-strong pl-4">
        {versions.map(({ row, at, by, reason }, index) => (
          <li key={index}>
            <p className="font-medium">
              {at === null || by === null
                ? t('delivered', { day: day(row.validFrom) })
                : t('changedBy', { day: day(row.validFrom), at, by })}
            </p>
            {at !== null && <p>{reason ?? t('byMark')}</p>}
            <p className="text-xs text-ink-2">{row.citation}</p>
            <ul className="text-xs text-ink-2">
              {sentences(row).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}
