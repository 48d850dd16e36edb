import type { ReactNode } from 'react'
import { Ban, Check, CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'

export const tones = {
  neutral: 'bg-sunken text-ink-2',
  info: 'bg-accent-wash text-accent',
  good: 'bg-good-wash text-good',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
} as const
export type TagTone = keyof typeof tones

export const toneIcons: Record<TagTone, LucideIcon | null> = {
  neutral: null,
  info: Info,
  good: Check,
  warn: TriangleAlert,
  bad: CircleAlert,
}

/** A state in a word. The colour never stands alone: the word says it, and state tones carry an icon too. */
export function Tag({
  tone = 'neutral',
  locked = false,
  plain = false,
  className,
  children,
}: {
  tone?: TagTone
  /** Shown with the sign for "not yours". */
  locked?: boolean
  /** Without an icon: for kinds and names rather than states. */
  plain?: boolean
  className?: string
  children: ReactNode
}) {
  const Icon = locked ? Ban : plain ? null : toneIcons[tone]
  return (
    <span
      className={cx(
        'inline-flex flex-none items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {Icon !== null && <Icon aria-hidden="true" className="size-3 flex-none" strokeWidth={2.5} />}
      {children}
    </span>
  )
}
