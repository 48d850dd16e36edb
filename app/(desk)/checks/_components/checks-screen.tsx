'use client'
import { useTranslations } from 'next-intl'
import type { ChecksView } from '#usecases/views/checks.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { CheckItem } from './check-item.tsx'
import type { ChecksActions } from './checks-actions.ts'

/** What callers claimed that a supervisor looks up by its reference, the oldest first. */
export function ChecksScreen({ view, actions }: { view: ChecksView; actions: ChecksActions }) {
  const t = useTranslations('checks')
  useLookAgain(true, 20_000)
  return (
    <div className="gutter grid max-w-[1200px] grid-cols-1 gap-5 py-8">
      <PageHeading below={t('below')}>{t('title', { count: view.total })}</PageHeading>
      {view.items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="grid gap-3" aria-label={t('list')}>
          {view.items.map((item) => (
            <CheckItem key={`${item.checkId}.${item.version}`} item={item} actions={actions} />
          ))}
        </ul>
      )}
      {view.total > view.items.length && (
        <p className="text-xs text-ink-2">{t('more', { shown: view.items.length, total: view.total })}</p>
      )}
    </div>
  )
}
