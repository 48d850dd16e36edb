'use client'
import { useTranslations } from 'next-intl'
import type { WorkItemView } from '#usecases/views/reviews.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { ReviewsActions } from './reviews-actions.ts'

/** Why something needs nobody any more; none is chosen for anyone. */
export function SettleDialog({
  item, settle, onClose, onDone,
}: {
  item: WorkItemView
  settle: ReviewsActions['settleItem']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('reviews')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/reviews-inputs.ts')).resolveWorkItemInput,
    defaultValues: { id: item.id },
    action: settle,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('items.settleTitle')} description={t('items.settleText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('items.reason')}
          error={errorOf('reason')}
          options={item.reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
          {...form.register('reason')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('items.settleDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
