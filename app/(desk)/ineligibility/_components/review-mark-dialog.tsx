'use client'
import { useTranslations } from 'next-intl'
import type { MarkLineView } from '#usecases/views/ineligibility.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'
import type { IneligibilityActions } from './ineligibility-actions.ts'

/** Reviewing a mark: it stays, and somebody says when it is looked at again. */
export function ReviewMarkDialog({
  mark, actions, onClose, onDone,
}: {
  mark: MarkLineView
  actions: IneligibilityActions
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('ineligibility')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/ineligibility-inputs.ts')).reviewMarkInput,
    defaultValues: { entryId: mark.entryId, reviewOn: '', seen: mark.reviewOn },
    action: actions.reviewMark,
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('reviewTitle')} text={t('reviewText')}
      act={t('reviewStays')} onClose={onClose}
    >
      <TextField label={t('nextReview')} type="date" {...field('reviewOn')} />
    </CommandDialog>
  )
}
