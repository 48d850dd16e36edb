'use client'
import { useTranslations } from 'next-intl'
import type { GivenUpJobView } from '#usecases/views/jobs.ts'
import { Moment } from '#components/data/moment.tsx'
import { useJobName } from '#components/i18n/use-job-name.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'

/** What the worker could not do within its days: a person has to look. */
export function GivenUpJobs({ jobs }: { jobs: readonly GivenUpJobView[] }) {
  const t = useTranslations('jobs')
  const name = useJobName()
  return (
    <section aria-labelledby="given-up" className="grid grid-cols-1 gap-2">
      <SectionHeading id="given-up">{t('givenUp')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('givenUpText')}</p>
      <Table caption={t('givenUp')}>
        <thead>
          <tr>
            <Th>{t('job')}</Th>
            <Th>{t('fault')}</Th>
            <Th number>{t('attempts')}</Th>
            <Th>{t('ended')}</Th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.jobId}>
              <Td>{name(job.kind)}</Td>
              <Td className="font-mono text-xs break-all">{job.fault}</Td>
              <Td number>{job.attempts}</Td>
              <Td className="whitespace-nowrap">{job.endedAt !== null && <Moment at={job.endedAt} />}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
