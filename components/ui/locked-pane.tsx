import type { ReactNode } from 'react'
import { LockKeyhole } from 'lucide-react'

/** What is here but closed, and what opens it: show the lock, not an error (principle 2). */
export function LockedPane({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="flex gap-3 rounded border border-dashed border-line-strong px-5 py-5 text-ink-2">
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 flex-none" />
      <div>
        <p className="font-semibold">{title}</p>
        <div className="mt-1 text-xs">{children}</div>
      </div>
    </div>
  )
}
