'use client'
import { useTranslations } from 'next-intl'
import type { CallOutcome } from '#usecases/views/desk.ts'
import { asMoment } from '#components/form/as-moment.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** Ends the call with an outcome; none is chosen beforehand. A promised call asks for its time. */
export function WrapUpDialog({
  callId,
  outcomes,
  onClose,
}: {
  callId: string
  outcomes: readonly CallOutcome[]
  onClose: () => void
}) {
  const t = useTranslations('desk.wrapUp')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const { form, field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).wrapUpInput,
    defaultValues: { callId, note: '', callBackAt: null },
    action: actions.wrapUp,
    draft: { form: 'wrap_up', of: callId, fields: ['outcome', 'callBackAt', 'note'] },
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  const outcome = form.watch('outcome')
  return (
    <CommandDialog command={command} title={t('title')} text={t('text')} act={t('done')} onClose={onClose}>
      <RadioGroup
        legend={t('outcome')}
        hideLegend
        options={outcomes.map((value) => ({ value, label: t(value) }))}
        {...field('outcome')}
      />
      {outcome === 'promised_call' && (
        <TextField
          label={t('callBackAt')}
          hint={t('callBackHint')}
          type="datetime-local"
          {...field('callBackAt', { setValueAs: asMoment })}
        />
      )}
      <TextArea label={t('note')} hint={t('noteHint')} aside={common('optional')} rows={2} {...field('note')} />
    </CommandDialog>
  )
}
