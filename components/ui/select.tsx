'use client'
import type { ComponentProps } from 'react'
import { ChevronDown } from 'lucide-react'
import { cx } from './cx.ts'
import { controlLook, Field, type FieldWords } from './field.tsx'

export interface SelectOption {
  value: string
  label: string
}

/**
 * The platform's own list: it works with every keyboard, reader and phone. With `placeholder` nothing is
 * chosen until somebody chooses.
 */
export function Select({
  label,
  hint,
  error,
  aside,
  className,
  options,
  placeholder,
  ...select
}: FieldWords &
  Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: readonly SelectOption[]; placeholder?: string }) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside} className={className}>
      {(control) => (
        <div className="relative">
          <select {...select} {...control} className={cx(controlLook, 'appearance-none pr-9')}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3"
          />
        </div>
      )}
    </Field>
  )
}
