'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** A copy and an erasure of the same data: which waits for which, and until when. */
export function Waits({ view }: { view: CaseView }) {
  const t = useTranslations('cases.waits')
  const releasedAt = view.copy?.releasedAt ?? null
  return (
    <section aria-labelledby="waits" className="rounded border border-line bg-surface px-4.5 py-4">
      <SectionHeading id="waits">{t('title')}</SectionHeading>
      <p className="mt-1 max-w-[74ch] text-sm">
        {releasedAt !== null ? t('released', { at: releasedAt }) : t(view.copy === null ? 'forCopy' : 'forErasure')}
      </p>
      {view.waits.length > 0 && (
        <ul aria-labelledby="waits" className="mt-2">
          {view.waits.map(({ caseCode, until }) => (
            <li key={caseCode} className="py-1 text-sm">
              <CaseLink code={caseCode} />{' '}
              <span className="text-ink-2">
                {until === null ? t('notYet', { days: view.graceDays }) : t('until', { until })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
