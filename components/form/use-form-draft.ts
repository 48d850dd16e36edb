'use client'
import { useState } from 'react'
import type { DefaultValues, FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import type { DraftFields, DraftForm } from '#usecases/views/draft-inputs.ts'
import { asLocalTime } from './as-moment.ts'
import { useDraftKeeper } from './use-draft.tsx'

/** Which form it is, what it is of, and which of its fields are kept. */
export interface FormDraft<In extends FieldValues> {
  form: DraftForm
  /** The call's id, the case code, the hold's reference; nothing where it is about nothing yet. */
  of?: string
  /** What somebody types or chooses; never what confirms, nor what the page itself brings. */
  fields: readonly Path<In>[]
}

/** Keeps what is typed into a form's fields (see useDraftKeeper). */
export function useFormDraft<In extends FieldValues, Out extends FieldValues>(
  form: UseFormReturn<In, unknown, Out>,
  defaultValues: DefaultValues<In>,
  draft: FormDraft<In> | undefined,
) {
  // What the form began with stays that, though the page may be rendered anew with other values.
  const [began] = useState(defaultValues as Readonly<Record<string, unknown>>)
  const fields = draft?.fields ?? []
  const put = (path: Path<In>, value: unknown) =>
    form.setValue(path, value as PathValue<In, Path<In>>, { shouldDirty: true })
  return useDraftKeeper(draft === undefined ? null : { form: draft.form, of: draft.of ?? '' }, {
    typed() {
      const typed: Record<string, DraftFields[string]> = {}
      for (const path of fields) {
        const value = kept(form.getValues(path))
        if (value === null) continue
        const before = kept(began[path]) ?? empty(value)
        if (JSON.stringify(value) !== JSON.stringify(before)) typed[path] = value
      }
      return typed
    },
    restore(typed) {
      for (const path of fields) if (typed[path] !== undefined) put(path, typed[path])
    },
    clear() {
      for (const path of fields) form.resetField(path)
    },
    onChange: (changed) => form.subscribe({ formState: { values: true }, callback: changed }),
  })
}

/** A field's value as it is kept; null for one that nobody touched. A moment is kept as its field shows it. */
function kept(value: unknown): DraftFields[string] | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return asLocalTime(value)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
}

/** What a field that began with nothing holds when nothing is in it. */
const empty = (value: DraftFields[string]) => (typeof value === 'string' ? '' : typeof value === 'boolean' ? null : [])
