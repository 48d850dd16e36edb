'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { WorkItemView } from '#usecases/views/reviews.ts'
import { Moment } from '#components/data/moment.tsx'
import { useJobName } from '#components/i18n/use-job-name.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { ReviewsActions } from './reviews-actions.ts'
import { SettleDialog } from './settle-dialog.tsx'

/** What systems sent that they should not have, and work that gave up: a sentence each, how often and since when. */
export function WorkItems({ items, settle }: { items: readonly WorkItemView[]; settle: ReviewsActions['settleItem'] }) {
  const t = useTranslations('reviews')
  const router = useRouter()
  const [settling, setSettling] = useState<WorkItemView | null>(null)
  if (items.length === 0) {
    return (
      <div className="mt-2">
        <EmptyState title={t('items.empty')} />
      </div>
    )
  }
  return (
    <>
      <ul className="mt-1" aria-label={t('items.caption')}>
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line py-(--row-y)">
            <div className="min-w-0 flex-1 basis-72">
              <p className="max-w-[80ch]">
                <Sentence item={item} />
              </p>
              <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-ink-2">
                <span>{t('items.times', { count: item.count })}</span>
                <span>
                  {t('items.since')} <Moment at={item.firstAt} />
                </span>
                {item.count > 1 && <span>{t('items.last', { at: item.lastAt })}</span>}
                <span className="break-all">{t('items.ref', { ref: item.ref })}</span>
              </p>
            </div>
            <Button onClick={() => setSettling(item)}>{t('items.settle')}</Button>
          </li>
        ))}
      </ul>
      {settling !== null && (
        <SettleDialog
          item={settling}
          settle={settle}
          onClose={() => setSettling(null)}
          onDone={() => {
            setSettling(null)
            toast('good', t('items.settledSay'))
            router.refresh()
          }}
        />
      )}
    </>
  )
}

/** What happened, and which system it came from. */
function Sentence({ item }: { item: WorkItemView }) {
  const t = useTranslations('reviews')
  const jobName = useJobName()
  const source = item.kind === 'job_gave_up'
    ? jobName(item.source)
    : item.source === 'import'
      ? t('items.fromImport')
      : item.source
  return t(`items.${item.kind}`, { source })
}
