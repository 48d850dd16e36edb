'use client'
import type { ComponentProps } from 'react'
import { LoaderCircle } from 'lucide-react'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'

export const buttonLooks = {
  primary: 'bg-accent border-accent text-accent-ink hover:bg-accent-strong hover:border-accent-strong',
  plain: 'bg-surface border-line-strong text-ink hover:border-field hover:bg-sunken',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  bad: 'bg-surface border-line-strong text-bad hover:border-bad hover:bg-bad-wash',
} as const

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof buttonLooks
  /** The key that does the same, as shown: `w`, `Ctrl ↵`. */
  hint?: string | undefined
  /** Work is under way: it keeps its focus and its place, and ignores further clicks. */
  pending?: boolean
}

/** A button. `type` is `button` unless said otherwise, so that none submits a form by accident. */
export function Button({
  look = 'plain',
  hint,
  pending = false,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(
        'inline-flex min-h-9 items-center justify-center gap-2 rounded border px-3.5 py-(--control-y)',
        'text-sm font-semibold whitespace-nowrap transition-colors duration-100 select-none',
        'disabled:opacity-55 aria-disabled:opacity-55',
        buttonLooks[look],
        className,
      )}
      // Leaving a field can put a sentence below it; the button would move away between press and release.
      onMouseDown={type === 'submit' ? (event) => event.preventDefault() : undefined}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
    >
      {pending && <LoaderCircle aria-hidden="true" className="size-4 animate-spin" />}
      {children}
      {hint !== undefined && (
        <span className="max-sm:hidden">
          <Kbd inherit={look === 'primary'}>{hint}</Kbd>
        </span>
      )}
    </button>
  )
}
