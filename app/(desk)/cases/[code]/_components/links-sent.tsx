'use client'
import { useTranslations } from 'next-intl'
import type { CaseLinkView } from '#usecases/views/case.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** How the links fared that asked whoever it is about, the newest first. */
export function LinksSent({ links }: { links: readonly CaseLinkView[] }) {
  const t = useTranslations('cases.links')
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      <ul className="mt-3 grid gap-2.5">
        {links.map(({ field, sentAt, until, at, stands, outbox }) => (
          <li key={`${sentAt} ${field}`} className="grid gap-0.5">
            <p className="text-xs text-ink-2">{t('sent', { field, at: sentAt })}</p>
            <p role="status">{t(stands, { until, at: at ?? sentAt })}</p>
            {outbox !== null && (
              <p className="text-xs">
                <a href={outbox} target="_blank" rel="noreferrer" className="link inline-flex min-h-6 items-center">
                  {t('outbox')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
