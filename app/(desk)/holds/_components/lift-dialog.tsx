'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LiftHoldInput } from '#usecases/views/approvals-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** Lifting a hold: what it stopped goes on, for the reason that is typed. */
export function LiftDialog({
  caseCode, holdRef, action, onClose, onDone,
}: {
  caseCode: string | null
  holdRef: string
  action: (input: LiftHoldInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('cases.holds')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).liftHoldInput,
    defaultValues: { caseCode, holdRef, reason: '' },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('liftTitle')} description={t('liftText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField label={t('reason')} error={errorOf('reason')} {...form.register('reason')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('liftDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
