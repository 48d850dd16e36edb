import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** A way to another page that looks like a button. Never prefetched: pages here are rendered on purpose. */
export function LinkButton({
  href,
  primary = false,
  children,
}: {
  href: string
  primary?: boolean
  children: ReactNode
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={cx(
        'inline-flex min-h-9 items-center justify-center gap-2 rounded border px-3.5 py-(--control-y) text-sm font-semibold',
        primary
          ? 'border-accent bg-accent text-accent-ink hover:bg-accent-strong'
          : 'border-line-strong bg-surface hover:border-field hover:bg-sunken',
      )}
    >
      {children}
    </Link>
  )
}
