'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { ConfirmCode } from './confirm-code.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Answering an objection: upheld or not, in words; neither is chosen beforehand, and each says what follows. */
export function AnswerDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const { form, field, errorOf, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).answerObjectionInput,
    defaultValues: {
      caseCode: decision.caseCode,
      version: decision.version,
      planHash: decision.plan?.hash ?? null,
      words: '',
      confirm: '',
    },
    action: actions.answerObjection,
    draft: { form: 'objection_answer', of: decision.caseCode, fields: ['upheld', 'words'] },
    onDone,
  })
  const upheld = form.watch('upheld') as boolean | undefined
  const { about } = decision
  return (
    <CommandDialog
      command={command} title={t('answerTitle')} text={t('answerText')}
      act={t('answerDo')} onClose={onClose}
    >
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
      <TextArea label={t('answerWords')} {...field('words')} />
      <ConfirmCode caseCode={decision.caseCode} {...field('confirm')} />
    </CommandDialog>
  )
}
