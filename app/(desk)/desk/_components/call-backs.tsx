'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CallBackLine } from '#usecases/views/desk.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { languageName } from '#components/data/language-name.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** Calls that were promised, at the caller's own time; each goes to the contact on file only. */
export function CallBacks({ lines }: { lines: readonly CallBackLine[] }) {
  const t = useTranslations('desk.idle')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <section aria-labelledby="call-backs">
      <SectionHeading id="call-backs" aside={t('callBacksAside')}>
        {t('callBacks')}
      </SectionHeading>
      {lines.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={t('callBacksEmpty')} />
        </div>
      ) : (
        <ul className="mt-1">
          {lines.map((line) => (
            <li key={line.caseCode} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2.5">
              <time dateTime={new Date(line.at).toISOString()} className="font-semibold">
                {format.dateTime(new Date(line.at), 'zoned', { timeZone: line.zone })}
              </time>
              <CaseLink code={line.caseCode} />
              <span className="min-w-0 flex-1 basis-40 text-xs text-ink-2">
                {languageName(line.locale, locale)} · {t('registeredOnly')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
