import type { ReactNode } from 'react'

/** Nothing here, said as a sentence, with what to do about it where there is something. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="rounded border border-dashed border-line-strong px-5 py-6 text-ink-2">
      <p className="font-medium text-ink">{title}</p>
      {children !== undefined && <div className="mt-1 text-sm">{children}</div>}
    </div>
  )
}
