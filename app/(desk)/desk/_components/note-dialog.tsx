'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** A note to the call that is going on. */
export function NoteDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.noteDialog')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).noteInput,
    defaultValues: { callId, note: '' },
    action: actions.addNote,
    onDone: () => {
      sent()
      onClose()
      say('good', t('saved'))
      refresh()
    },
  })
  const sent = useDraft({
    form: 'note',
    of: callId,
    text: form.watch('note') ?? '',
    restore: (text) => form.setValue('note', text),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextArea label={t('note')} rows={4} error={errorOf('note')} {...form.register('note')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
