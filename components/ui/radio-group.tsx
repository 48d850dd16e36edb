'use client'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldError } from './field.tsx'

export interface RadioOption {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

/** One of several, none chosen at first. Arrow keys move, as in every radio group. */
export function RadioGroup({
  legend,
  hint,
  error,
  options,
  hideLegend = false,
  ...input
}: {
  legend: ReactNode
  hint?: ReactNode
  error?: string | undefined
  options: readonly RadioOption[]
  hideLegend?: boolean
} & Omit<ComponentProps<'input'>, 'type' | 'id' | 'defaultChecked' | 'className' | 'children' | 'value'> & {
    value?: string | null
  }) {
  const id = useId()
  const { value, ...rest } = input
  return (
    <fieldset className="grid min-w-0 gap-1.5" aria-describedby={error !== undefined ? `${id}-error` : undefined}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>{legend}</legend>
      {hint !== undefined && <div className="text-xs text-ink-2">{hint}</div>}
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'grid grid-cols-[auto_1fr] gap-x-2.5 rounded border border-line bg-surface px-3 py-(--row-y)',
            'has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2',
            'has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            option.disabled && 'bg-transparent text-ink-3',
          )}
        >
          <input
            {...rest}
            {...(value !== undefined && { checked: value === option.value })}
            type="radio"
            value={option.value}
            disabled={option.disabled}
            className="mt-0.5 size-4 accent-accent outline-none"
          />
          <span className="text-sm">
            <span className="font-medium">{option.label}</span>
            {option.hint !== undefined && <span className="block text-xs text-ink-2">{option.hint}</span>}
          </span>
        </label>
      ))}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
