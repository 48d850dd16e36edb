'use client'
import { useTranslations } from 'next-intl'
import type { JobKindView } from '#usecases/views/jobs.ts'
import { useJobName } from '#components/i18n/use-job-name.ts'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Every kind of job there is something to say of, with how many stand where. */
export function JobTable({ kinds }: { kinds: readonly JobKindView[] }) {
  const t = useTranslations('jobs')
  const name = useJobName()
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('job')}</Th>
          <Th number>{t('gaveUp')}</Th>
          <Th number>{t('retrying')}</Th>
          <Th number>{t('queued')}</Th>
          <Th number>{t('running')}</Th>
          <Th number>{t('later')}</Th>
          <Th number>{t('done')}</Th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind.kind}>
            <Td className="min-w-36">
              {name(kind.kind)}
              <span className="block font-mono text-xs text-ink-2">{kind.kind}</span>
            </Td>
            <Td number>{kind.gaveUp > 0 ? <Tag tone="bad">{kind.gaveUp}</Tag> : kind.gaveUp}</Td>
            <Td number>{kind.retrying > 0 ? <Tag tone="warn">{kind.retrying}</Tag> : kind.retrying}</Td>
            <Td number>{kind.queued}</Td>
            <Td number>{kind.running}</Td>
            <Td number>{kind.later}</Td>
            <Td number>{kind.done}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
