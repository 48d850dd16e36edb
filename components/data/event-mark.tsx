'use client'
import { Check, Minus, X } from 'lucide-react'
import type { ConsentEventView } from '#usecases/views/consent.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'

/** An event on its lane: an open ring for a sound choice, a filled ticked box for a defective one. */
export function EventMark({
  event,
  at,
  pressed,
  label,
  onPress,
}: {
  event: ConsentEventView
  /** Percent from the left. */
  at: number
  pressed: boolean
  label: string
  onPress: () => void
}) {
  const { word } = useWords()
  const [defect] = event.defects
  const gave = event.state === 'ConsentGiven' || event.state === 'RenewedConsentGiven'
  const Sign = defect !== undefined ? Check : gave ? null : event.state === 'ConsentRefused' ? X : Minus
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={defect === undefined ? label : `${label}, ${word('defectShort', defect.code)}`}
      onClick={onPress}
      className="group absolute top-1/2 grid size-7 -translate-1/2 place-items-center rounded-full"
      style={{ left: `${at}%` }}
    >
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
      {defect !== undefined && (
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
