'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { HoldView } from '#usecases/views/holds.ts'
import type { ReviewHoldInput } from '#usecases/views/holds-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
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
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/holds-inputs.ts')).reviewHoldInput,
    defaultValues: { holdRef: hold.holdRef, reviewOn: '', seen: hold.reviewOn },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('reviewTitle')} description={t('reviewText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField label={t('nextReview')} type="date" error={errorOf('reviewOn')} {...form.register('reviewOn')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('reviewDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
