'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** A contact on file, as it is shown below level 2. */
export interface ContactShown {
  readonly wayId: string
  readonly masked: string
}

/** Which contact is lost, under which reference a document was shown elsewhere, and where the caller can be reached. */
export function LostContactDialog({
  callId, contacts, onClose,
}: {
  callId: string
  contacts: readonly ContactShown[]
  onClose: () => void
}) {
  const t = useTranslations('desk.lost')
  const words = useTranslations('desk.proof')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).reportLostInput,
    defaultValues: { callId, reference: '', contact: '' },
    action: actions.reportLost,
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('which')}
          error={errorOf('wayId')}
          options={contacts.map(({ wayId, masked }) => ({ value: wayId, label: <span className="font-mono">{masked}</span> }))}
          {...form.register('wayId')}
        />
        <TextField
          label={t('reference')} hint={words('referenceHint')} mono autoComplete="off" error={errorOf('reference')}
          {...form.register('reference')}
        />
        <TextField
          label={t('contact')} hint={t('contactHint')} autoComplete="off" error={errorOf('contact')}
          {...form.register('contact')}
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
