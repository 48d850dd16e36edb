'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { LawRow } from '#domain/law/law-row.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { usePlaceName } from '../../_components/use-place-name.ts'
import { useLawText } from './use-law-text.ts'

/** Every row with what it says in words, since when, and where it is written. */
export function LawTable({ rows }: { rows: readonly LawRow[] }) {
  const t = useTranslations('laws')
  return (
    <section aria-labelledby="law-table" className="grid grid-cols-1 gap-2">
      <SectionHeading id="law-table">{t('table')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('tableText')}</p>
      <ul aria-labelledby="law-table" className="border-t border-line">
        {rows.map((row) => (
          <LawTableRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function LawTableRow({ row }: { row: LawRow }) {
  const t = useTranslations('laws')
  const { word } = useWords()
  const format = useFormatter()
  const placeName = usePlaceName()
  const { sentences, day } = useLawText()
  const kinds = row.kinds === 'all' ? t('allKinds') : format.list(row.kinds.map((kind) => word('kind', kind)))
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div>
        <h3 className="font-semibold">
          {placeName(row.jurisdiction)}
          {row.law !== 'any' && <span className="font-normal text-ink-2"> · {word('law', row.law)}</span>}
        </h3>
        <p className="text-sm">{kinds}</p>
        {row.scope !== undefined && <p className="text-sm text-ink-2">{t(`scope.${row.scope}`)}</p>}
        <p className="mt-1 text-xs text-ink-2">
          {row.validTo === undefined
            ? t('from', { day: day(row.validFrom) })
            : t('between', { from: day(row.validFrom), to: day(row.validTo) })}
        </p>
        <p className="text-xs text-ink-3">{row.citation}</p>
      </div>
      <ul className="grid content-start gap-0.5 text-sm">
        {sentences(row).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  )
}
