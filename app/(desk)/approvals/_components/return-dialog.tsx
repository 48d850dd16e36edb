'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Returning: to a named agent, with a question. */
export function ReturnDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).returnInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version, toStaffId: '', question: '' },
    action: actions.returnCase,
    onDone: () => {
      sent()
      onDone()
    },
  })
  const sent = useDraft({
    form: 'return',
    of: decision.caseCode,
    text: form.watch('question') ?? '',
    restore: (text) => form.setValue('question', text),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('returnTitle')} description={t('returnText', { left: decision.returnsLeft })}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <Select
          label={t('returnTo')}
          placeholder={ui('choose')}
          options={decision.agents.map((agent) => ({ value: agent.staffId, label: agent.humanRef }))}
          error={errorOf('toStaffId')}
          {...form.register('toStaffId')}
        />
        <TextArea label={t('question')} error={errorOf('question')} {...form.register('question')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('returnDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
