'use client'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { FieldError } from './field.tsx'

/**
 * A box that nobody ticks but the reader: there is no `defaultChecked`, which is what the product is about
 * (screens.md, principle 3).
 */
export function Checkbox({
  label,
  hint,
  error,
  ...input
}: { label: ReactNode; hint?: ReactNode; error?: string | undefined } & Omit<
  ComponentProps<'input'>,
  'type' | 'id' | 'defaultChecked' | 'className' | 'children'
>) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex min-h-6 items-start gap-2.5 py-0.5 text-sm">
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-invalid={error !== undefined ? true : undefined}
          aria-describedby={error !== undefined ? `${id}-error` : undefined}
          className="mt-px size-[18px] flex-none accent-accent"
        />
        <span>
          {label}
          {hint !== undefined && <span className="block text-xs text-ink-2">{hint}</span>}
        </span>
      </label>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
