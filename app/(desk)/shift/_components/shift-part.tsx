import type { ReactNode } from 'react'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** One part of the page, with how much is in it; a part with nothing in it says so, so that nothing was left out. */
export function ShiftPart({
  title, count, empty, children,
}: {
  title: string
  count: number
  empty: string
  children: ReactNode
}) {
  return (
    <section aria-label={title} className="print:break-inside-avoid-page">
      <SectionHeading aside={count}>{title}</SectionHeading>
      {count === 0 ? <p className="mt-1 text-ink-2">{empty}</p> : <div className="mt-1">{children}</div>}
    </section>
  )
}
