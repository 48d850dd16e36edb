'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { KeyLineView, KeyRoomView } from '#usecases/views/keys.ts'
import { Moment } from '#components/data/moment.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** How old each key is and what hangs on it; a key itself is shown nowhere. */
export function KeyRoom({ view }: { view: KeyRoomView }) {
  const t = useTranslations('keys')
  const format = useFormatter()
  const oldest = Math.min(...view.keys.map((key) => key.since))
  return (
    <div className="gutter grid max-w-[1000px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('text')}>
        {view.keys.length === 0
          ? t('none')
          : t('title', { count: view.keys.length, age: format.relativeTime(oldest, view.now) })}
      </PageHeading>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('key')}</Th>
            <Th className="max-sm:hidden">{t('since')}</Th>
            <Th>{t('protects')}</Th>
          </tr>
        </thead>
        <tbody>
          {view.keys.map((key) => (
            <KeyRow key={`${key.kind}-${key.generation ?? ''}`} line={key} now={view.now} />
          ))}
        </tbody>
      </Table>
      <section aria-labelledby="log-key" className="grid grid-cols-1 gap-1.5">
        <SectionHeading id="log-key">{t('logKey')}</SectionHeading>
        <p className="max-w-[74ch] text-sm text-ink-2">{t('logKeyText')}</p>
        <p className="font-mono text-sm break-all">{view.logKeySha256}</p>
      </section>
    </div>
  )
}

function KeyRow({ line, now }: { line: KeyLineView; now: number }) {
  const t = useTranslations('keys')
  const format = useFormatter()
  return (
    <tr>
      <Td className="sm:min-w-40">
        <strong className="block">
          {line.generation === null ? t(`kind.${line.kind}`) : t('generation', { kind: line.kind, n: line.generation })}
        </strong>
        {line.generation !== null && (
          <Tag tone={line.current ? 'good' : 'neutral'}>{line.current ? t('current') : t('earlier')}</Tag>
        )}
        <span className="block text-xs text-ink-2 sm:hidden">{format.relativeTime(line.since, now)}</span>
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        {format.relativeTime(line.since, now)}
        <span className="block text-xs text-ink-2">
          <Moment at={Math.floor(line.since)} format="mediumDay" />
        </span>
      </Td>
      <Td className="sm:min-w-52">
        {t(`what.${line.kind}`)}
        {line.protects !== null && (
          <span className="block text-xs text-ink-2">{t(`count.${line.kind}`, { count: line.protects })}</span>
        )}
      </Td>
    </tr>
  )
}
