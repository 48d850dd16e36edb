'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { CaseActions } from './case-actions.ts'
import { ResolveDisputeDialog } from './resolve-dispute-dialog.tsx'

/** What was answered to it once it was resolved, in the words that the person hears. */
export function DisputeAnswer({ words }: { words: string }) {
  const t = useTranslations('cases.dispute')
  return (
    <Callout tone="info">
      {t('answered')}
      <span className="mt-1 block font-normal whitespace-pre-line text-ink">{words}</span>
    </Callout>
  )
}

/** "That was not me": what was said, until when it is answered, and the answer. */
export function Dispute({
  view, dispute, actions,
}: {
  view: CaseView
  dispute: NonNullable<CaseView['dispute']>
  actions: CaseActions
}) {
  const t = useTranslations('cases.dispute')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const lock = view.actions.resolveDispute
  return (
    <section className="rounded border border-line bg-surface px-4.5 py-4">
      <SectionHeading>{t('title')}</SectionHeading>
      <p className="mt-1.5">{t('since', { at: dispute.since, until: dispute.until })}</p>
      {lock !== undefined && (
        <p className="mt-1.5 text-sm text-ink-2 whitespace-pre-line">
          {dispute.words === null ? t('noWords') : t('words', { words: dispute.words })}
        </p>
      )}
      {dispute.upheldBy !== null && <p className="mt-1.5 font-medium">{t('found', { by: dispute.upheldBy })}</p>}
      {lock !== undefined && (
        <div className="mt-3.5 flex flex-wrap items-center gap-3">
          <Button look="primary" disabled={lock !== null} onClick={() => setOpen(true)}>
            {t('resolve')}
          </Button>
          {lock !== null && <LockNote lock={lock} />}
        </div>
      )}
      {open && (
        <ResolveDisputeDialog
          view={view}
          actions={actions}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            toast('good', t('resolvedSay'))
            router.refresh()
          }}
        />
      )}
    </section>
  )
}
