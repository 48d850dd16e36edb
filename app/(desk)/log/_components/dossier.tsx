'use client'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { LogFilter, LogRowView } from '#usecases/views/log.ts'
import { useAuditText } from '#components/data/use-audit-text.ts'
import { cx } from '#components/ui/cx.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { logAddress } from './log-address.ts'
import { Actor } from './log-table.tsx'

/** All entries of one case, oldest first. */
export function Dossier({
  rows, filter, current,
}: {
  rows: readonly LogRowView[]
  filter: LogFilter
  current: string
}) {
  const t = useTranslations('log')
  const audit = useAuditText()
  const format = useFormatter()
  const ended = rows.findLast((row) => row.what === 'request.records_ended')
  return (
    <section aria-label={t('dossier')}>
      <SectionHeading>{t('dossier')}</SectionHeading>
      {ended !== undefined && (
        <p className="mt-1 text-sm text-ink-2">
          {t('recordsEnded', { at: ended.at, months: Number(ended.params['months']) })}
        </p>
      )}
      <ol className="mt-1">
        {rows.map((row) => (
          <li key={row.entryId} className={cx('grid grid-cols-[84px_1fr] gap-x-3 border-b border-line py-1.5 text-sm', row.entryId === current && 'bg-accent-wash')}>
            <span className="text-xs text-ink-2">{format.dateTime(new Date(row.at), 'moment', { timeZone: 'UTC' })}</span>
            <span>
              {row.seq === null ? (
                audit(row.what, row.params)
              ) : (
                <Link href={logAddress(filter, { seq: row.seq })} prefetch={false} scroll={false} className="link text-ink">
                  {audit(row.what, row.params)}
                </Link>
              )}
              <span className="block text-xs text-ink-2">
                <Actor actor={row.actor} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
