'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** The code as the caller reads it out. Then the case is theirs, and waits here to be submitted. */
export function EarlierLetterDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.letter')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).nameCallerInput,
    defaultValues: { callId, caseCode: '' },
    action: actions.nameCaller,
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('dialog')} description={t('dialogText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('code')} mono autoComplete="off" autoCapitalize="characters" spellCheck={false}
          error={errorOf('caseCode')} {...form.register('caseCode')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('do')}
          </Button>
          <Button onClick={onClose}>{common('back')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
