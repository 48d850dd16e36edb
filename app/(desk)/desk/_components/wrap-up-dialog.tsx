'use client'
import { useTranslations } from 'next-intl'
import type { CallOutcome } from '#usecases/views/desk.ts'
import { asMoment } from '#components/form/as-moment.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
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
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).wrapUpInput,
    defaultValues: { callId, note: '', callBackAt: null },
    action: actions.wrapUp,
    onDone: () => {
      sent()
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  const outcome = form.watch('outcome')
  const sent = useDraft({
    form: 'wrap_up',
    of: callId,
    text: form.watch('note') ?? '',
    restore: (text) => form.setValue('note', text),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('outcome')}
          hideLegend
          error={errorOf('outcome')}
          options={outcomes.map((value) => ({ value, label: t(value) }))}
          {...form.register('outcome')}
        />
        {outcome === 'promised_call' && (
          <TextField
            label={t('callBackAt')}
            hint={t('callBackHint')}
            type="datetime-local"
            error={errorOf('callBackAt')}
            {...form.register('callBackAt', { setValueAs: asMoment })}
          />
        )}
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          aside={common('optional')}
          rows={2}
          error={errorOf('note')}
          {...form.register('note')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('done')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
