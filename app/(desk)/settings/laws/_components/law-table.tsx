'use client'
import { useState } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LawRow } from '#domain/law/law-row.ts'
import type { LawRoomView, LawVersionView } from '#usecases/views/laws.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { usePlaceName } from '../../_components/use-place-name.ts'
import { ChangeRowDialog } from './change-row-dialog.tsx'
import type { LawActions } from './law-room.tsx'
import { RowHistory } from './row-history.tsx'
import { useLawText } from './use-law-text.ts'

/** The row for every other place: how long it takes is a setting. */
const anywhere = '*'

/** Every row with what it says in words, since when, where it is written, and what it said before. */
export function LawTable({
  view, actions, onDone,
}: {
  view: LawRoomView
  actions: Pick<LawActions, 'changeLawRow' | 'tryLawRow'>
  onDone: () => void
}) {
  const t = useTranslations('laws')
  const [changing, setChanging] = useState<LawRow | null>(null)
  return (
    <section aria-labelledby="law-table" className="grid grid-cols-1 gap-2">
      <SectionHeading id="law-table">{t('table')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('tableText')}</p>
      <ul aria-labelledby="law-table" className="border-t border-line">
        {view.rows.map((row) => (
          <LawTableRow
            key={row.id}
            row={row}
            versions={view.versions[row.id] ?? []}
            onChange={() => setChanging(row)}
          />
        ))}
      </ul>
      {changing !== null && (
        <ChangeRowDialog
          row={changing}
          actions={actions}
          onClose={() => setChanging(null)}
          onDone={() => {
            setChanging(null)
            onDone()
          }}
        />
      )}
    </section>
  )
}

function LawTableRow({
  row, versions, onChange,
}: {
  row: LawRow
  versions: readonly LawVersionView[]
  onChange: () => void
}) {
  const t = useTranslations('laws')
  const { word } = useWords()
  const placeName = usePlaceName()
  const { sentences, day, rowName } = useLawText()
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div>
        <h3 className="font-semibold">
          {placeName(row.jurisdiction)}
          {row.law !== 'any' && <span className="font-normal text-ink-2"> · {word('law', row.law)}</span>}
        </h3>
        <p className="text-sm">{rowName(row).kinds}</p>
        {row.scope !== undefined && <p className="text-sm text-ink-2">{t(`scope.${row.scope}`)}</p>}
        <p className="mt-1 text-xs text-ink-2">
          {row.validTo === undefined
            ? t('from', { day: day(row.validFrom) })
            : t('between', { from: day(row.validFrom), to: day(row.validTo) })}
        </p>
        <p className="text-xs text-ink-3">{row.citation}</p>
      </div>
      <div className="grid content-start gap-2">
        <ul className="grid content-start gap-0.5 text-sm">
          {sentences(row).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {row.jurisdiction === anywhere ? (
          <p className="text-xs text-ink-2">
            {t.rich('aSetting', {
              link: (words) => (
                <Link href="/settings/values" prefetch={false} className="link">
                  {words}
                </Link>
              ),
            })}
          </p>
        ) : (
          <div>
            <Button className="-ml-px" onClick={onChange}>
              {t('change')}
              <span className="sr-only">: {rowName(row).whole}</span>
            </Button>
          </div>
        )}
        {versions.length > 1 && <RowHistory name={rowName(row).whole} versions={versions} />}
      </div>
    </li>
  )
}
