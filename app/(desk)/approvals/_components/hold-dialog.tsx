'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'

/** A legal hold: what it covers, on which basis, and when somebody looks at it again. */
export function HoldDialog({
  decision, actions, onClose, onDone,
}: {
  decision: { caseCode: string; service: unknown }
  actions: Pick<ApprovalsActions, 'placeHold'>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('approvals')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).placeHoldInput,
    defaultValues: { caseCode: decision.caseCode, basis: '', reviewOn: '' },
    action: actions.placeHold,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('holdTitle')} description={t('holdText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('covers')}
          error={errorOf('covers')}
          options={[
            { value: 'everything', label: t('coversEverything') },
            ...(decision.service === null ? [] : [{ value: 'service', label: t('coversService') }]),
          ]}
          {...form.register('covers')}
        />
        <TextField label={t('basis')} hint={t('basisHint')} error={errorOf('basis')} {...form.register('basis')} />
        <TextField label={t('reviewOn')} type="date" error={errorOf('reviewOn')} {...form.register('reviewOn')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('holdDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
