'use client'
import { useTranslations } from 'next-intl'
import type { MarkLineView } from '#usecases/views/ineligibility.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
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
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/ineligibility-inputs.ts')).reviewMarkInput,
    defaultValues: { entryId: mark.entryId, reviewOn: '', seen: mark.reviewOn },
    action: actions.reviewMark,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('reviewTitle')} description={t('reviewText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField label={t('nextReview')} type="date" error={errorOf('reviewOn')} {...form.register('reviewOn')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('reviewStays')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
