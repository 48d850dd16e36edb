'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { LiftDialog } from '../../../holds/_components/lift-dialog.tsx'
import type { CaseActions } from './case-actions.ts'

/** The holds that lie on this case, each with what it covers and who placed it. */
export function Holds({ view, actions }: { view: CaseView; actions: CaseActions }) {
  const t = useTranslations('cases.holds')
  const { say, word } = useWords()
  const router = useRouter()
  const [lifting, setLifting] = useState<string | null>(null)
  return (
    <section aria-label={t('title')}>
      <SectionHeading>{t('title')}</SectionHeading>
      <ul>
        {view.holds.map((hold) => (
          <li key={hold.holdRef} className="flex items-start justify-between gap-3 border-b border-line py-(--row-y)">
            <span>
              {t('line', { covers: say('covers', hold.covers), by: hold.placedBy })}
              <span className="block text-xs text-ink-2">
                {[word('holdBasis', hold.basis), hold.typed].filter(Boolean).join(' · ')}
                {hold.reviewOn !== null && <> · {t('review', { at: hold.reviewOn })}</>}
              </span>
            </span>
            {view.actions.liftHold === null && <Button onClick={() => setLifting(hold.holdRef)}>{t('lift')}</Button>}
          </li>
        ))}
        {view.lifted.map(({ by, at, reason }) => (
          <li key={at} className="border-b border-line py-(--row-y) text-ink-2">
            {t('liftedLine', { by, at })}
            <span className="block text-xs">{reason}</span>
          </li>
        ))}
      </ul>
      {lifting !== null && (
        <LiftDialog
          caseCode={view.caseCode}
          holdRef={lifting}
          action={actions.liftHold}
          onClose={() => setLifting(null)}
          onDone={() => {
            setLifting(null)
            toast('good', t('liftedSay'))
            router.refresh()
          }}
        />
      )}
    </section>
  )
}
