'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { HistoryLineView } from '#usecases/views/case.ts'
import { inOneLine } from '#components/data/in-one-line.ts'
import { Moment } from '#components/data/moment.tsx'
import { useAuditText } from '#components/data/use-audit-text.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** What happened, newest first; every line is an entry of the log, or several in a row that say the same. */
export function History({ lines }: { lines: readonly HistoryLineView[] }) {
  const t = useTranslations('cases.history')
  const format = useFormatter()
  const text = useAuditText()
  const entry = (seq: number | null) => (seq === null ? t('waiting') : t('entry', { seq: format.number(seq) }))
  return (
    <section aria-label={t('title')}>
      <SectionHeading>{t('title')}</SectionHeading>
      {lines.length === 0 && <p className="mt-2 text-ink-2">{t('empty')}</p>}
      <ol className="mt-1">
        {inOneLine(lines).toReversed().map(({ line, seqs }, index) => (
          <li key={index} className="grid grid-cols-[88px_1fr] gap-x-3 border-b border-line py-(--row-y)">
            <span className="text-xs text-ink-2">
              <Moment at={line.at} />
            </span>
            <span>
              {text(line.what, line.params)}
              {seqs.length > 1 && <span className="text-ink-2"> × {format.number(seqs.length)}</span>}{' '}
              {line.outcome !== 'ok' && <Tag tone="bad">{t(line.outcome)}</Tag>}
              <span className="block text-xs text-ink-2">
                {[line.actor ?? t('system'), ...seqs.map(entry)].join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
