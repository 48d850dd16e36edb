import { useId, type ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import { cx } from './cx.ts'

export interface FieldWords {
  label: ReactNode
  hint?: ReactNode
  /** The sentence that says what is wrong, in the reader's language. */
  error?: string | undefined
  /** A word such as "optional", beside the label. */
  aside?: ReactNode
}

export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export const controlLook =
  'w-full min-h-9 rounded border border-field bg-surface px-3 py-(--control-y) text-base text-ink ' +
  'placeholder:text-ink-3 aria-invalid:border-bad disabled:opacity-60'

/** Label, hint and error around one control, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  aside,
  className,
  children,
}: FieldWords & { className?: string | undefined; children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean)
  return (
    <div className={cx('grid content-start gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside !== undefined && <span className="text-xs text-ink-3">{aside}</span>}
      </div>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="pb-0.5 text-xs text-ink-2">
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
        'aria-invalid': error !== undefined ? true : undefined,
      })}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

/** What is wrong with a field, beside it; said when it appears. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} role="alert" className="flex items-start gap-1.5 text-xs font-medium text-bad">
      <CircleAlert aria-hidden="true" className="mt-px size-3.5 flex-none" />
      <span>{children}</span>
    </div>
  )
}
