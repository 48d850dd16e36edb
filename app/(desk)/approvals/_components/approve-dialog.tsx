'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { ConfirmCode } from './confirm-code.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Approving: what will happen in numbers, and five characters typed, so that it never happens by accident. */
export function ApproveDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const { plan } = decision
  const { field, ...command } = useCommandForm({
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
  const text =
    plan === null
      ? t('approvePlain')
      : t('approveText', {
          delete: plan.totals.delete,
          mask: plan.totals.mask,
          keep: plan.totals.keep,
          systems: plan.systems.length,
        })
  return (
    <CommandDialog command={command} title={t('approveTitle')} text={text} act={t('approveDo')} onClose={onClose}>
      <ConfirmCode caseCode={decision.caseCode} {...field('confirm')} />
    </CommandDialog>
  )
}
