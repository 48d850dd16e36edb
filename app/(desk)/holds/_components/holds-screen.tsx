'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LiftHoldInput, PlaceHoldInput } from '#usecases/views/approvals-inputs.ts'
import type { HoldsView, HoldView } from '#usecases/views/holds.ts'
import type { ReviewHoldInput } from '#usecases/views/holds-inputs.ts'
import { OpenCaseProvider } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { HoldDialog } from '../../approvals/_components/hold-dialog.tsx'
import { HoldTable } from './hold-table.tsx'
import { LiftDialog } from './lift-dialog.tsx'
import { ReviewDialog } from './review-dialog.tsx'

export interface HoldsActions {
  open: (input: { caseCode: string }) => Promise<ActionResult<unknown>>
  placeHold: (input: PlaceHoldInput) => Promise<ActionResult<unknown>>
  reviewHold: (input: ReviewHoldInput) => Promise<ActionResult<unknown>>
  liftHold: (input: LiftHoldInput) => Promise<ActionResult<unknown>>
}

type Asking = { what: 'place' } | { what: 'review' | 'lift'; hold: HoldView } | null

/** Every hold that stands and what it stops; the next one to be looked at first. */
export function HoldsScreen({ view, actions }: { view: HoldsView; actions: HoldsActions }) {
  const t = useTranslations('holds')
  useLookAgain(true, 20_000)
  const router = useRouter()
  const [asking, setAsking] = useState<Asking>(null)
  useShortcut('n', t('place'), () => setAsking({ what: 'place' }))
  const close = () => setAsking(null)
  const done = (said: string) => {
    close()
    toast('good', said)
    router.refresh()
  }
  return (
    <OpenCaseProvider open={actions.open}>
      <div className="gutter grid max-w-[1200px] grid-cols-1 gap-6 py-8">
        <PageHeading
          below={t('text')}
          aside={
            <Button look="primary" hint="n" aria-keyshortcuts="n" onClick={() => setAsking({ what: 'place' })}>
              {t('place')}
            </Button>
          }
        >
          {t('title', { standing: view.standing, due: view.toReview })}
        </PageHeading>
        {view.holds.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        ) : (
          <HoldTable
            holds={view.holds}
            onReview={(hold) => setAsking({ what: 'review', hold })}
            onLift={(hold) => setAsking({ what: 'lift', hold })}
          />
        )}
        {view.standing > view.holds.length && (
          <p className="text-xs text-ink-2">{t('more', { shown: view.holds.length, standing: view.standing })}</p>
        )}
        {view.lifted.length > 0 && <Lifted lifted={view.lifted} />}
      </div>
      {asking?.what === 'place' && (
        <HoldDialog
          about={{ caseCode: null, service: true, systems: view.systems }}
          actions={actions}
          onClose={close}
          onDone={() => done(t('placedSay'))}
        />
      )}
      {asking?.what === 'review' && (
        <ReviewDialog hold={asking.hold} action={actions.reviewHold} onClose={close} onDone={() => done(t('reviewedSay'))} />
      )}
      {asking?.what === 'lift' && (
        <LiftDialog
          caseCode={asking.hold.stops[0]?.caseCode ?? null}
          holdRef={asking.hold.holdRef}
          action={actions.liftHold}
          onClose={close}
          onDone={() => done(t('liftedSay'))}
        />
      )}
    </OpenCaseProvider>
  )
}

function Lifted({ lifted }: { lifted: HoldsView['lifted'] }) {
  const t = useTranslations('holds')
  const { say } = useWords()
  return (
    <section aria-labelledby="lifted">
      <SectionHeading id="lifted">{t('lifted')}</SectionHeading>
      <ul className="mt-1.5">
        {lifted.map((hold) => (
          <li key={hold.holdRef} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-(--row-y) text-sm">
            <span>
              {t('liftedLine', { covers: say('covers', hold.covers), by: hold.liftedBy })}
              {hold.reference !== null && (
                <span className="block text-xs text-ink-2">{t('reference', { reference: hold.reference })}</span>
              )}
            </span>
            <span className="text-ink-2">
              <Moment at={hold.liftedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
