'use client'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import type { ReadDraftInput } from '#usecases/views/draft-inputs.ts'
import { useDraft } from './use-draft.tsx'

/**
 * Keeps what is typed in one field of a form as a draft (see useDraft).
 *
 * @returns what to call once it was sent: the draft ends
 */
export function useFieldDraft<In extends FieldValues, Out extends FieldValues>(
  form: UseFormReturn<In, unknown, Out>,
  path: Path<In>,
  draft: ReadDraftInput,
): () => void {
  const typed: unknown = form.watch(path)
  return useDraft({
    ...draft,
    text: typeof typed === 'string' ? typed : '',
    restore: (text) => form.setValue(path, text as PathValue<In, Path<In>>),
  })
}
