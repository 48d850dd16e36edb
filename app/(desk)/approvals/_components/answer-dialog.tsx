'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { ConfirmCode } from './confirm-code.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Answering an objection: upheld or not, in words; neither is chosen beforehand, and each says what follows. */
export function AnswerDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).answerObjectionInput,
    defaultValues: {
      caseCode: decision.caseCode,
      version: decision.version,
      planHash: decision.plan?.hash ?? null,
      words: '',
      confirm: '',
    },
    action: actions.answerObjection,
    onDone: () => {
      sent()
      onDone()
    },
  })
  const sent = useDraft({
    form: 'answer',
    of: decision.caseCode,
    text: form.watch('words') ?? '',
    restore: (text) => form.setValue('words', text),
  })
  const upheld = form.watch('upheld') as boolean | undefined
  const { about } = decision
  return (
    <Dialog open onOpenChange={onClose} title={t('answerTitle')} description={t('answerText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('upheld')}
          name="upheld"
          value={upheld === undefined ? null : String(upheld)}
          error={errorOf('upheld')}
          onChange={(event) => form.setValue('upheld', event.target.value === 'true', { shouldValidate: true })}
          options={[
            {
              value: 'true',
              label: t('upheldYes'),
              hint: about === null ? undefined : about.late ? t('upheldLateHint') : t('upheldYesHint'),
            },
            { value: 'false', label: t('upheldNo'), hint: about === null ? undefined : t('upheldNoHint') },
          ]}
        />
        <TextArea label={t('answerWords')} error={errorOf('words')} {...form.register('words')} />
        <ConfirmCode caseCode={decision.caseCode} error={errorOf('confirm')} {...form.register('confirm')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('answerDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
