'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { HoldView } from '#usecases/views/holds.ts'
import type { ReviewHoldInput } from '#usecases/views/holds-inputs.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'

/** Reviewing a hold: it stays, and somebody says when it is looked at again. */
export function ReviewDialog({
  hold, action, onClose, onDone,
}: {
  hold: HoldView
  action: (input: ReviewHoldInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('holds')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/holds-inputs.ts')).reviewHoldInput,
    defaultValues: { holdRef: hold.holdRef, reviewOn: '', seen: hold.reviewOn },
    action,
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('reviewTitle')} text={t('reviewText')}
      act={t('reviewDo')} onClose={onClose}
    >
      <TextField label={t('nextReview')} type="date" {...field('reviewOn')} />
    </CommandDialog>
  )
}
