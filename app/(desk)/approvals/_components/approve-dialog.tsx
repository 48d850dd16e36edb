'use client'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
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
      answer: null,
    },
    action: actions.approve,
    onDone,
  })
  const answer = form.watch('answer')
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
        {decision.kind === 'objection' && (
          <>
            <RadioGroup
              legend={t('upheld')}
              name="upheld"
              value={answer === null ? null : String(answer.upheld)}
              onChange={(event) =>
                form.setValue('answer', {
                  upheld: event.target.value === 'true',
                  remedies: ['supervisory_authority', 'court'],
                })
              }
              options={[
                { value: 'true', label: t('upheldYes') },
                { value: 'false', label: t('upheldNo') },
              ]}
            />
            <p className="text-xs text-ink-2">{t('remedies')}</p>
          </>
        )}
        <TextField
          label={t('confirm')}
          hint={t('confirmHint', { code: formatCaseCode(decision.caseCode) })}
          mono
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={9}
          error={errorOf('confirm')}
          {...form.register('confirm')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending} disabled={decision.kind === 'objection' && answer === null}>
            {t('approveDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
