'use client'
import { Check, Minus, X } from 'lucide-react'
import type { ConsentEventView } from '#usecases/views/consent.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'
import { useWantedFocus } from './use-wanted-focus.ts'

/** An event on its lane: an open ring for a sound choice, a filled ticked box for a defective one. */
export function EventMark({
  event, at, below, pressed, inTabOrder, wanted, name, labelled, onFocus, onPress,
}: {
  event: ConsentEventView
  /** Percent from the left. */
  at: number
  /** Pixels below the lane's line, where others stand at the same time. */
  below: number
  pressed: boolean
  inTabOrder: boolean
  /** It is to take the focus. */
  wanted: boolean
  name: string
  /** There is room to write its defect above it. */
  labelled: boolean
  onFocus: () => void
  onPress: () => void
}) {
  const { word } = useWords()
  const button = useWantedFocus<HTMLButtonElement>(wanted)
  const [defect] = event.defects
  const gave = event.state === 'ConsentGiven' || event.state === 'RenewedConsentGiven'
  const Sign = defect !== undefined ? Check : gave ? null : event.state === 'ConsentRefused' ? X : Minus
  return (
    <button
      ref={button}
      type="button"
      tabIndex={inTabOrder ? 0 : -1}
      aria-pressed={pressed}
      aria-label={name}
      onFocus={onFocus}
      onClick={onPress}
      className="group absolute grid size-7 -translate-1/2 place-items-center rounded-full"
      style={{ left: `${at}%`, top: 22 + below }}
    >
      {below > 0 && (
        <span
          aria-hidden="true"
          className="absolute bottom-1/2 left-1/2 -z-10 w-px bg-line-strong"
          style={{ height: below }}
        />
      )}
      <span
        aria-hidden="true"
        className={cx(
          'grid size-3.5 place-items-center',
          defect !== undefined
            ? 'rounded-[3px] bg-bad text-surface outline outline-bad outline-offset-4'
            : 'rounded-full border-[2.5px] bg-surface',
          defect === undefined && (gave ? 'border-good' : 'border-ink-3 text-ink-3'),
          pressed && 'ring-4 ring-accent/35 ring-offset-2 ring-offset-paper',
        )}
      >
        {Sign !== null && <Sign className="size-2.5" strokeWidth={4} />}
      </span>
      {defect !== undefined && labelled && (
        <span
          aria-hidden="true"
          className={cx(
            'absolute bottom-full text-xs font-semibold whitespace-nowrap text-bad max-sm:hidden',
            at > 60 ? 'right-0' : 'left-0',
          )}
        >
          {word('defectShort', defect.code)}
        </span>
      )}
    </button>
  )
}
