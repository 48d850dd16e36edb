'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { IneligibilityView, MarkLineView } from '#usecases/views/ineligibility.ts'
import { CaseLink, OpenCaseProvider } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AskedList } from './asked-list.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import type { Asked, IneligibilityActions } from './ineligibility-actions.ts'
import { MarkDialog } from './mark-dialog.tsx'
import { MarkTable } from './mark-table.tsx'
import { ReviewMarkDialog } from './review-mark-dialog.tsx'

type Asking = { what: 'mark' | 'correction' } | { what: 'review' | 'correct'; mark: MarkLineView } | null

/** Marks that are asked for, that stand and that were a mistake. */
export function IneligibilityScreen({ view, actions }: { view: IneligibilityView; actions: IneligibilityActions }) {
  const t = useTranslations('ineligibility')
  useLookAgain(true, 20_000)
  const router = useRouter()
  const [asking, setAsking] = useState<Asking>(null)
  useShortcut('m', t('askMark'), () => setAsking({ what: 'mark' }))
  const close = () => setAsking(null)
  const done = (tone: 'good' | 'bad', said: string) => {
    close()
    toast(tone, said)
    router.refresh()
  }
  const askedDone = (key: 'askedSay' | 'correctionSay') => (asked: Asked) => {
    const code = formatCaseCode(asked.caseCode)
    if (asked.state === 'rejected') done('bad', t('rejectedSay', { code }))
    else done('good', t(key, { code }))
  }
  const page = (
    <>
      <div className="gutter grid max-w-[1200px] grid-cols-1 gap-7 py-8">
        <PageHeading
          below={t('text')}
          aside={
            <span className="flex flex-wrap gap-2">
              <Button look="primary" hint="m" aria-keyshortcuts="m" onClick={() => setAsking({ what: 'mark' })}>
                {t('askMark')}
              </Button>
              <Button onClick={() => setAsking({ what: 'correction' })}>{t('askCorrection')}</Button>
            </span>
          }
        >
          {view.marksShown ? t('title', { standing: view.standing, due: view.toReview }) : t('titleAsked', { count: view.requests.length })}
        </PageHeading>
        <AskedList view={view} actions={actions} />
        {view.marksShown && (
          <section aria-labelledby="marks">
            <SectionHeading id="marks">{t('marks')}</SectionHeading>
            {view.marks.length === 0 ? (
              <div className="mt-1.5">
                <EmptyState title={t('marksEmpty')} />
              </div>
            ) : (
              <MarkTable
                view={view}
                onReview={(mark) => setAsking({ what: 'review', mark })}
                onCorrect={(mark) => setAsking({ what: 'correct', mark })}
              />
            )}
            {view.standing > view.marks.length && (
              <p className="mt-1.5 text-xs text-ink-2">{t('more', { shown: view.marks.length, standing: view.standing })}</p>
            )}
          </section>
        )}
        {view.superseded.length > 0 && <Superseded superseded={view.superseded} />}
      </div>
      {asking?.what === 'mark' && (
        <MarkDialog view={view} actions={actions} onClose={close} onDone={askedDone('askedSay')} />
      )}
      {(asking?.what === 'correction' || asking?.what === 'correct') && (
        <CorrectionDialog
          view={view}
          of={asking.what === 'correct' ? { caseCode: asking.mark.caseCode ?? '', service: asking.mark.service.key } : null}
          actions={actions}
          onClose={close}
          onDone={askedDone('correctionSay')}
        />
      )}
      {asking?.what === 'review' && (
        <ReviewMarkDialog mark={asking.mark} actions={actions} onClose={close} onDone={() => done('good', t('reviewedSay'))} />
      )}
    </>
  )
  // An agent goes to a case of their own by its address; opening one to read what was typed is a supervisor's.
  return view.marksShown ? <OpenCaseProvider open={actions.open}>{page}</OpenCaseProvider> : page
}

function Superseded({ superseded }: { superseded: IneligibilityView['superseded'] }) {
  const t = useTranslations('ineligibility')
  const { called, word } = useWords()
  return (
    <section aria-labelledby="superseded">
      <SectionHeading id="superseded">{t('superseded')}</SectionHeading>
      <ul className="mt-1.5">
        {superseded.map((one) => (
          <li key={one.entryId} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-(--row-y) text-sm">
            <span>
              {t('supersededLine', { service: called(one.service.name), why: word('supersededFor', one.why) })}{' '}
              {one.caseCode !== null && <CaseLink code={one.caseCode} />}
            </span>
            <span className="text-ink-2">
              <Moment at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
