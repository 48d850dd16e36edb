'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { cx } from '#components/ui/cx.ts'
import type { Bunch } from './fan-out.ts'
import { useWantedFocus } from './use-wanted-focus.ts'

/** More events than can stand apart at this scale: their number, and the way to a closer look. */
export function BunchMark({
  bunch, purpose, bad, inTabOrder, wanted, onFocus, onPress,
}: {
  bunch: Bunch
  purpose: string
  /** One of them is defective. */
  bad: boolean
  inTabOrder: boolean
  wanted: boolean
  onFocus: () => void
  onPress: () => void
}) {
  const t = useTranslations('consent.happened')
  const format = useFormatter()
  const button = useWantedFocus<HTMLButtonElement>(wanted)
  const count = bunch.ids.length
  return (
    <button
      ref={button}
      type="button"
      tabIndex={inTabOrder ? 0 : -1}
      aria-label={t('bunch', { purpose, count, from: bunch.from, to: bunch.to })}
      onFocus={onFocus}
      onClick={onPress}
      className={cx(
        'absolute top-[22px] min-h-7 min-w-7 -translate-1/2 rounded-full border-[2.5px] bg-surface px-1.5 text-xs font-semibold tabular-nums',
        bad ? 'border-bad text-bad' : 'border-ink-3 text-ink-2',
      )}
      style={{ left: `${bunch.place}%` }}
    >
      {format.number(count)}
    </button>
  )
}
