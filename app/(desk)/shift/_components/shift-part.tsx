import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/**
 * One part of the page, with how much is in it; a part with nothing in it says so, and so does one that lists no more
 * than the first, so that nothing is left out in silence.
 */
export function ShiftPart({
  title, count, shown, empty, children,
}: {
  title: string
  count: number
  shown: number
  empty: string
  children: ReactNode
}) {
  const t = useTranslations('shift')
  return (
    <section aria-label={title} className="print:break-inside-avoid-page">
      <SectionHeading aside={count}>{title}</SectionHeading>
      {count === 0 ? <p className="mt-1 text-ink-2">{empty}</p> : <div className="mt-1">{children}</div>}
      {count > shown && <p className="mt-1 text-xs text-ink-2">{t('more', { shown, total: count })}</p>}
    </section>
  )
}
