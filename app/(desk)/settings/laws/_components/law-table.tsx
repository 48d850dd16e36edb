'use client'
import { useTranslations } from 'next-intl'
import type { LawRow } from '#domain/law/law-row.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { usePlaceName } from '../../_components/use-place-name.ts'
import { useLawText } from './use-law-text.ts'

/** Every row with what it says in words, since when, and where it is written. */
export function LawTable({ rows }: { rows: readonly LawRow[] }) {
  const t = useTranslations('laws')
  return (
    <section aria-labelledby="law-table" className="grid grid-cols-1 gap-2">
      <SectionHeading id="law-table">{t('table')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('tableText')}</p>
      <Table caption={t('table')}>
        <thead>
          <tr>
            <Th>{t('law')}</Th>
            <Th>{t('about')}</Th>
            <Th>{t('says')}</Th>
            <Th>{t('valid')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LawTableRow key={row.id} row={row} />
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function LawTableRow({ row }: { row: LawRow }) {
  const t = useTranslations('laws')
  const { word } = useWords()
  const placeName = usePlaceName()
  const { sentences, day } = useLawText()
  return (
    <tr>
      <Td className="min-w-44">
        <strong className="block">{placeName(row.jurisdiction)}</strong>
        {row.law !== 'any' && <span className="block text-xs text-ink-2">{word('law', row.law)}</span>}
        <span className="block text-xs text-ink-3">{row.citation}</span>
      </Td>
      <Td className="min-w-36">
        {row.kinds === 'all' ? (
          t('allKinds')
        ) : (
          <ul>
            {row.kinds.map((kind) => (
              <li key={kind}>{word('kind', kind)}</li>
            ))}
          </ul>
        )}
        {row.scope !== undefined && <span className="block text-xs text-ink-2">{t(`scope.${row.scope}`)}</span>}
      </Td>
      <Td className="min-w-64">
        <ul className="grid gap-0.5">
          {sentences(row).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Td>
      <Td className="whitespace-nowrap">
        {t('from', { day: day(row.validFrom) })}
        {row.validTo !== undefined && <span className="block">{t('to', { day: day(row.validTo) })}</span>}
      </Td>
    </tr>
  )
}
