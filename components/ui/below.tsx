import type { ReactNode } from 'react'

/** On a narrow screen the twin of a column that has no room there: its heading, small, and what stands in it. */
export function Below({ label, children }: { label?: ReactNode; children: ReactNode }) {
  return (
    <span className="flex flex-wrap gap-x-1.5 text-xs font-normal whitespace-normal text-ink-2 sm:hidden">
      {label !== undefined && <span className="text-ink-3">{label}</span>}
      <span>{children}</span>
    </span>
  )
}
