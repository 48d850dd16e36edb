'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** The number that the caller named and was called back at. It is compared with the file, and never shown from it. */
export function CalledBackDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.calledBack')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).callBackProofInput,
    defaultValues: { callId, proof: 'call_back', number: '' },
    action: actions.noteProof,
    onDone: ({ noted }) => {
      if (noted) onClose()
      else form.setError('number', { type: 'server', message: 'not_that_number' })
      if (noted) say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('number')} hint={t('numberHint')} mono inputMode="tel" autoComplete="off" error={errorOf('number')}
          {...form.register('number')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('do')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
