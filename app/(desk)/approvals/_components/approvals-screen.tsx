'use client'
import type { ReactNode } from 'react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ApprovalsView } from '#usecases/views/approvals.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { cx } from '#components/ui/cx.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'
import { Queue } from './queue.tsx'

// Loaded once a case is open, with all its dialogs: the queue alone needs none of it.
const Decision = dynamic(() => import('./decision.tsx').then((part) => part.Decision))

/** The queue by decide-by, and beside it the case that is open; on a narrow screen one or the other. */
export function ApprovalsScreen({
  view, actions, children,
}: {
  view: ApprovalsView
  actions: ApprovalsActions
  /** What stands beside the queue while no case is open. */
  children?: ReactNode
}) {
  const t = useTranslations('approvals')
  useLookAgain(view.opened === null, 20_000)
  const { opened } = view
  return (
    <div className="grid min-h-full grid-cols-1 lg:grid-cols-[340px_minmax(0,1fr)] lg:items-start">
      <div className={cx('border-line lg:sticky lg:top-0 lg:h-screen lg:overflow-y-auto lg:border-r', opened !== null && 'max-lg:hidden')}>
        <Queue view={view} open={actions.open} />
      </div>
      {opened === null ? (
        <div className="gutter grid max-w-[1000px] gap-8 py-10">
          {view.items.length > 0 && (
            <div className="max-lg:hidden">
              <EmptyState title={t('choose')}>{t('chooseText')}</EmptyState>
            </div>
          )}
          {children}
        </div>
      ) : (
        <Decision key={opened.caseCode} decision={opened} now={view.now} actions={actions} />
      )}
    </div>
  )
}
