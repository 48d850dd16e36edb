'use client'
import Link from 'next/link'
import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { LogEntryView, LogFilter } from '#usecases/views/log.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { useAuditText } from '#components/data/use-audit-text.ts'
import { FieldRow } from '#components/ui/field-row.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Dossier } from './dossier.tsx'
import { logAddress } from './log-address.ts'
import { Actor } from './log-table.tsx'

/** One entry: what, who, its data and commitments, its hash, the bytes; and the whole case around it. */
export function Entry({ entry, filter }: { entry: LogEntryView; filter: LogFilter }) {
  const t = useTranslations('log')
  const audit = useAuditText()
  const format = useFormatter()
  const title = entry.seq === null ? t('entryWaiting') : t('entry', { seq: format.number(entry.seq) })
  return (
    <aside aria-label={title} className="grid grid-cols-1 content-start gap-4 desk:sticky desk:top-6">
      <SectionHeading
        aside={
          <Link href={logAddress(filter)} prefetch={false} scroll={false} aria-label={t('close')} className="grid size-6 place-items-center rounded">
            <X aria-hidden="true" className="size-4" />
          </Link>
        }
      >
        {title}
      </SectionHeading>
      <div>
        <h3 className="font-semibold">
          {audit(entry.what, entry.params)}{' '}
          {entry.outcome !== 'ok' && <Tag tone="bad">{t(`outcomes.${entry.outcome}`)}</Tag>}
        </h3>
        <p className="text-xs text-ink-2">
          <Actor actor={entry.actor} /> · {format.dateTime(new Date(entry.at), 'exact', { timeZone: 'UTC' })} UTC
        </p>
      </div>
      <dl>
        {entry.caseCode !== null && (
          <FieldRow label={t('case')}>
            <CaseLink code={entry.caseCode} />
          </FieldRow>
        )}
        {entry.callId !== null && (
          <FieldRow label={t('call')} action={entry.callEndedAt !== null ? <Tag>{t('callEnded', { at: entry.callEndedAt })}</Tag> : undefined}>
            <Mono>{entry.callId}</Mono>
          </FieldRow>
        )}
        {entry.subjects.length > 0 && (
          <FieldRow label={t('subjects')}>
            {entry.subjects.map((subject) => (
              <Mono key={subject}>{subject}</Mono>
            ))}
          </FieldRow>
        )}
        {entry.data.map((item) => (
          <FieldRow key={item.name} label={item.name}><Mono>{item.value}</Mono></FieldRow>
        ))}
        {entry.commitments.map((item) => (
          <FieldRow key={item.name} label={t('commitments', { name: item.name })} action={item.erased ? <Tag>{t('erasedSalt')}</Tag> : undefined}>
            <Mono>{item.value}</Mono>
          </FieldRow>
        ))}
        {entry.leafHash !== null && <FieldRow label={t('leaf')}><Mono>{entry.leafHash}</Mono></FieldRow>}
      </dl>
      <details>
        <summary className="min-h-6 text-xs font-medium text-accent">{t('raw')}</summary>
        <pre className="mt-1 rounded bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap">{entry.canonical}</pre>
      </details>
      {entry.dossier.length > 0 && <Dossier rows={entry.dossier} filter={filter} current={entry.entryId} />}
    </aside>
  )
}

function Mono({ children }: { children: string }) {
  return <span className="block font-mono text-xs font-normal break-all">{children}</span>
}
