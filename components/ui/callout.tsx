import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { toneIcons, tones, type TagTone } from './tag.tsx'

/** Something to know before acting, in a sentence. `live` says it when it appears. */
export function Callout({
  tone = 'info',
  live = false,
  children,
}: {
  tone?: TagTone
  live?: boolean
  children: ReactNode
}) {
  const Icon = toneIcons[tone]
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={cx('flex items-start gap-2 rounded px-3 py-2 text-sm', tones[tone])}
    >
      {Icon !== null && <Icon aria-hidden="true" className="mt-[3px] size-3.5 flex-none" strokeWidth={2.25} />}
      <div className="min-w-0 flex-1 font-medium">{children}</div>
    </div>
  )
}
