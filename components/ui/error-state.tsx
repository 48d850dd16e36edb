import type { ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'

/** Something went wrong: what to do now, and the number to quote. Never a stack, never a value. */
export function ErrorState({
  title,
  children,
  actions,
  reference,
}: {
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
  reference?: ReactNode
}) {
  return (
    <div role="alert" className="grid max-w-[68ch] gap-3">
      <CircleAlert aria-hidden="true" className="size-7 text-bad" />
      <h1 className="text-2xl font-semibold tracking-[-0.01em] text-balance">{title}</h1>
      <div className="text-ink-2">{children}</div>
      {actions !== undefined && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      {reference !== undefined && <div className="text-xs text-ink-3">{reference}</div>}
    </div>
  )
}
