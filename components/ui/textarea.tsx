'use client'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { controlLook, Field, type FieldWords } from './field.tsx'

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  label,
  hint,
  error,
  aside,
  className,
  rows = 3,
  ...input
}: FieldWords & Omit<ComponentProps<'textarea'>, 'id' | 'children'>) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside} className={className}>
      {(control) => (
        <textarea rows={rows} {...input} {...control} className={cx(controlLook, 'field-sizing-content')} />
      )}
    </Field>
  )
}
