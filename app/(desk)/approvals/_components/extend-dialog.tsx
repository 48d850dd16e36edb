'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** More time for the answer: once, for a reason that the law knows, each with the day to which it goes. */
export function ExtendDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const common = useTranslations('common')
  const format = useFormatter()
  // A legal date ends where the law holds: in the reader's own zone it could be the day after.
  const dayIn = (timeZone: string, at: number) => format.dateTime(new Date(at), 'day', { timeZone })
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).extendInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version },
    action: actions.extend,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('extendTitle')} description={t('extendText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('extendReason')}
          error={errorOf('reason')}
          options={decision.extensions.map(({ reason, until, zone }) => ({
            value: reason,
            label: t('extendOption', { reason }),
            hint: t('extendUntil', { day: dayIn(zone, until), zone }),
          }))}
          {...form.register('reason')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('extendDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
