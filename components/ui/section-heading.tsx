import type { ReactNode } from 'react'

/** The quiet heading of a part of a page, with a word beside it. */
export function SectionHeading({
  aside,
  id,
  children,
}: {
  aside?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <div className="flex min-h-6 items-center justify-between gap-3">
      <h2 id={id} className="text-xs font-semibold tracking-[0.04em] text-ink-3 uppercase">
        {children}
      </h2>
      {aside !== undefined && <span className="text-xs text-ink-2">{aside}</span>}
    </div>
  )
}
