import type { ReactNode } from 'react'
import { Check, Minus } from 'lucide-react'
import { cx } from './cx.ts'

export interface Step {
  key: string
  title: ReactNode
  note?: ReactNode
  status: 'done' | 'now' | 'todo' | 'stopped'
  /** The status in a word, for screen readers. */
  statusWord: string
}

const looks = {
  done: 'border-good text-ink-2',
  now: 'border-accent text-ink font-semibold',
  todo: 'border-line-strong text-ink-3',
  stopped: 'border-bad text-ink-2',
} as const

/** A path: what is behind, where it stands, what comes. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="grid grid-cols-2 gap-x-1 gap-y-3 sm:grid-cols-4 desk:grid-flow-col desk:auto-cols-fr desk:grid-cols-none">
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.status === 'now' ? 'step' : undefined}
          className={cx('border-t-[3px] pt-2 text-xs', looks[step.status])}
        >
          <span className="flex items-center gap-1">
            {step.status === 'done' && <Check aria-hidden="true" className="size-3 text-good" strokeWidth={3} />}
            {step.status === 'stopped' && <Minus aria-hidden="true" className="size-3 text-bad" strokeWidth={3} />}
            {step.title}
            <span className="sr-only">, {step.statusWord}</span>
          </span>
          {step.note !== undefined && <span className="block font-normal text-ink-2">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
