'use client'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { ExportLogResult, LogView } from '#usecases/views/log.ts'
import type { ExportLogInput } from '#usecases/views/log-inputs.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Entry } from './entry.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { LogFilters } from './log-filters.tsx'
import { LogPages } from './log-pages.tsx'
import { LogTable } from './log-table.tsx'

export interface LogActions {
  exportLog: (input: ExportLogInput) => Promise<ActionResult<ExportLogResult>>
}

/** Everything that was done, filtered; one entry open beside it; and the way to take it all along. */
export function LogScreen({ view, actions }: { view: LogView; actions: LogActions }) {
  const t = useTranslations('log')
  const format = useFormatter()
  const [exporting, setExporting] = useState(false)
  useShortcut('e', t('export.open'), () => setExporting(true))
  const { summary } = view
  return (
    <div className="gutter grid grid-cols-1 gap-5 py-7">
      <PageHeading
        aside={
          <Button look="primary" hint="e" aria-keyshortcuts="e" onClick={() => setExporting(true)}>
            {t('export.open')}
          </Button>
        }
        below={t('counts', { entries: summary.entries, denied: summary.denied, failed: summary.failed })}
      >
        {summary.entries === 0
          ? t('head.empty')
          : t('head.asked', {
              asked: summary.deletionsAsked,
              done: summary.deletionsDone,
              refused: summary.deletionsRefused,
              cancelled: summary.deletionsCancelled,
              open: summary.deletionsOpen,
            })}
      </PageHeading>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-surface px-3.5 py-2.5">
        {view.numberedTo !== null && (
          <>
            <Tag tone="good">{t('sealed')}</Tag>
            <span>{t('numberedTo', { seq: format.number(view.numberedTo) })}</span>
          </>
        )}
        <span className="text-xs text-ink-2">
          {t('waiting', { waiting: view.waiting })} · {t('appendOnly')}
        </span>
      </div>
      <LogFilters key={JSON.stringify(view.filter)} view={view} />
      <div className={view.opened === null ? 'grid grid-cols-1' : 'grid grid-cols-1 gap-x-9 gap-y-6 desk:grid-cols-[minmax(0,1fr)_380px]'}>
        <div className={view.opened === null ? undefined : 'max-desk:order-2'}>
          {view.rows.length === 0 ? <EmptyState title={t('noMatch')} /> : <LogTable view={view} />}
          <LogPages view={view} />
        </div>
        {view.opened !== null && <Entry entry={view.opened} filter={view.filter} />}
      </div>
      {exporting && (
        <ExportDialog filter={view.filter} action={actions.exportLog} onClose={() => setExporting(false)} />
      )}
    </div>
  )
}
