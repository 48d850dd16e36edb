'use client'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import type { JobRoomView } from '#usecases/views/jobs.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { GivenUpJobs } from './given-up-jobs.tsx'
import { JobTable } from './job-table.tsx'

/** Whether the worker lives, what it has to do by kind, and what it gave up. */
export function JobRoom({ view }: { view: JobRoomView }) {
  const t = useTranslations('jobs')
  const format = useFormatter()
  const router = useRouter()
  const sum = (of: 'queued' | 'running' | 'retrying' | 'gaveUp') => view.kinds.reduce((all, kind) => all + kind[of], 0)
  const { workerSeenAt, oldestDueAt, now } = view
  return (
    <div className="gutter grid max-w-[1000px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('text')} aside={<Button onClick={() => router.refresh()}>{t('again')}</Button>}>
        {view.workerLate
          ? t('titleLate')
          : t('title', { waiting: sum('queued') + sum('running'), retrying: sum('retrying'), gaveUp: sum('gaveUp') })}
      </PageHeading>
      <div className="grid gap-2">
        <Callout tone={view.workerLate ? 'bad' : 'good'}>
          {workerSeenAt === null ? t('workerNever') : t('workerSeen', { ago: format.relativeTime(workerSeenAt, now) })}
          {view.workerLate && <> {t('workerLate')}</>}
        </Callout>
        {oldestDueAt !== null && (
          <p className="text-sm text-ink-2">{t('oldest', { ago: format.relativeTime(oldestDueAt, now) })}</p>
        )}
      </div>
      {view.kinds.length === 0 ? <EmptyState title={t('empty')} /> : <JobTable kinds={view.kinds} />}
      {view.gaveUp.length > 0 && <GivenUpJobs jobs={view.gaveUp} />}
    </div>
  )
}
