'use client'
import { useTranslations } from 'next-intl'
import type { ReviewsView } from '#usecases/views/reviews.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { AboveUsual } from './above-usual.tsx'
import { CallsToReview } from './calls-to-review.tsx'
import { OutsideCalls } from './outside-calls.tsx'
import type { ReviewsActions } from './reviews-actions.ts'
import { WorkItems } from './work-items.tsx'

/** Look-ups that nothing explains, agents above the usual, and what systems sent that they should not have. */
export function ReviewsScreen({ view, actions }: { view: ReviewsView; actions: ReviewsActions }) {
  const t = useTranslations('reviews')
  useLookAgain(true, 20_000)
  return (
    <div className="gutter grid max-w-[1180px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('below', { days: view.days })}>
        {t('title', { calls: view.calls.length, items: view.workItems.length })}
      </PageHeading>
      <section aria-label={t('items.title')}>
        <SectionHeading>{t('items.title')}</SectionHeading>
        <WorkItems items={view.workItems} settle={actions.settleItem} />
      </section>
      <section aria-label={t('calls.title')}>
        <SectionHeading>{t('calls.title')}</SectionHeading>
        {view.calls.length === 0 ? (
          <div className="mt-2">
            <EmptyState title={t('calls.empty')} />
          </div>
        ) : (
          <CallsToReview caption={t('calls.caption')} calls={view.calls} review={actions.reviewCall} />
        )}
      </section>
      {view.outside.length > 0 && <OutsideCalls outside={view.outside} days={view.days} />}
      <AboveUsual view={view} />
      {view.toTalk.length > 0 && (
        <section aria-label={t('talk.title')}>
          <SectionHeading>{t('talk.title')}</SectionHeading>
          <CallsToReview caption={t('talk.caption')} calls={view.toTalk} review={actions.reviewCall} />
        </section>
      )}
    </div>
  )
}
