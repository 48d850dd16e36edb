'use client'
import type { ReactNode, Ref } from 'react'
import type { Lock } from '#usecases/views/phrase.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { cx } from '#components/ui/cx.ts'
import { Kbd } from '#components/ui/kbd.tsx'

/** One of several choices: a head that chooses it, by its key too. A locked one stays and says what opens it. */
export function ChoiceFrame({
  title, text, lock, digit, chosen, onChoose, head, mark, children,
}: {
  title: string
  /** Below the title; null for nothing. */
  text: string | null
  lock: Lock | null
  /** The key that chooses it. */
  digit: string
  chosen: boolean
  onChoose: () => void
  head?: Ref<HTMLButtonElement>
  /** Beside the key. */
  mark?: ReactNode
  /** What it opens. */
  children: ReactNode
}) {
  useShortcut(digit, title, onChoose, lock === null)
  if (lock !== null) {
    return (
      <div className="grid gap-1 rounded border border-dashed border-line-strong px-3.5 py-3 text-ink-2">
        <h3 className="font-semibold">{title}</h3>
        <LockNote lock={lock} />
      </div>
    )
  }
  return (
    <div className={cx('rounded border bg-surface', chosen ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line')}>
      <h3>
        <button
          ref={head}
          type="button"
          aria-expanded={chosen}
          aria-keyshortcuts={digit}
          onClick={onChoose}
          className="grid w-full gap-1 rounded px-3.5 py-3 text-left"
        >
          <span className="flex items-center justify-between gap-2 font-semibold">
            {title}
            <span className="flex items-center gap-2">
              {mark}
              <Kbd>{digit}</Kbd>
            </span>
          </span>
          {text !== null && <span className="text-xs text-ink-2">{text}</span>}
        </button>
      </h3>
      {children}
    </div>
  )
}
