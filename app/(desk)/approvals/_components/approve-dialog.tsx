'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { ConfirmCode } from './confirm-code.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Approving: what will happen in numbers, and five characters typed, so that it never happens by accident. */
export function ApproveDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const common = useTranslations('common')
  const { plan } = decision
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).approveInput,
    defaultValues: {
      caseCode: decision.caseCode,
      version: decision.version,
      planHash: plan?.hash ?? null,
      confirm: '',
    },
    action: actions.approve,
    onDone,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('approveTitle')}
      description={
        plan === null
          ? t('approvePlain')
          : t('approveText', {
              delete: plan.totals.delete,
              mask: plan.totals.mask,
              keep: plan.totals.keep,
              systems: plan.systems.length,
            })
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <ConfirmCode caseCode={decision.caseCode} error={errorOf('confirm')} {...form.register('confirm')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('approveDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
