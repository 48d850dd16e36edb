'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LawLineView, SetLawMarkInput } from '#usecases/views/settings.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

const toneOf = { yes: 'good', no: 'neutral', undecided: 'warn' } as const
const wordOf = { yes: 'markYes', no: 'markNo', undecided: 'markUndecided' } as const

/** For each law whether a deletion may end in "never again": counsel's decision, undecided until then. */
export function LawMarks({
  laws, action, onDone,
}: {
  laws: readonly LawLineView[]
  action: (input: SetLawMarkInput) => Promise<ActionResult<unknown>>
  onDone: () => void
}) {
  const t = useTranslations('settings.values')
  const { word } = useWords()
  const [deciding, setDeciding] = useState<{ law: LawLineView; mark: 'yes' | 'no' } | null>(null)
  return (
    <section className="grid grid-cols-1 gap-2">
      <SectionHeading aside={t('lawsText')}>{t('laws')}</SectionHeading>
      <Table caption={t('lawCaption')}>
        <thead>
          <tr>
            <Th>{t('law')}</Th>
            <Th>{t('place')}</Th>
            <Th>{t('mark')}</Th>
            <Th>{t('changed')}</Th>
            <Th><span className="sr-only">{t('change')}</span></Th>
          </tr>
        </thead>
        <tbody>
          {laws.map((law) => (
            <tr key={`${law.jurisdiction} ${law.law}`}>
              <Td>
                {word('law', law.law)}
                {law.citation !== null && <span className="block text-xs text-ink-2">{law.citation}</span>}
              </Td>
              <Td className="font-mono">{law.jurisdiction}</Td>
              <Td><Tag tone={toneOf[law.mark]}>{t(wordOf[law.mark])}</Tag></Td>
              <Td className="text-xs text-ink-2">{law.changed === null ? t('asDefault') : t('changedBy', law.changed)}</Td>
              <Td>
                <span className="flex flex-wrap justify-end gap-2">
                  {law.mark !== 'yes' && (
                    <Button look="quiet" onClick={() => setDeciding({ law, mark: 'yes' })} aria-label={`${t('allow')} ${word('law', law.law)}`}>
                      {t('allow')}
                    </Button>
                  )}
                  {law.mark !== 'no' && (
                    <Button look="quiet" onClick={() => setDeciding({ law, mark: 'no' })} aria-label={`${t('forbid')} ${word('law', law.law)}`}>
                      {t('forbid')}
                    </Button>
                  )}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {deciding !== null && (
        <ConfirmDialog
          title={t('markTitle', { mark: deciding.mark, law: word('law', deciding.law.law) })}
          text={t('markText')}
          label={t('markDo')}
          bad={false}
          action={() => action({ jurisdiction: deciding.law.jurisdiction, mark: deciding.mark })}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null)
            onDone()
          }}
        />
      )}
    </section>
  )
}
