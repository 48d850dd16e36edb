'use client'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { controlLook, Field, type FieldWords } from './field.tsx'

export type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'id' | 'children'> & { mono?: boolean }

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error, aside, className, mono = false, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside} className={className}>
      {(control) => (
        <input {...input} {...control} className={cx(controlLook, mono && 'font-mono tracking-wide')} />
      )}
    </Field>
  )
}
