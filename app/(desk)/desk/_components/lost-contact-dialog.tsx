'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
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
  const { actions, refresh } = useDesk()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).reportLostInput,
    defaultValues: { callId, reference: '', contact: '' },
    action: actions.reportLost,
    draft: { form: 'lost_contact', of: callId, fields: ['wayId', 'reference', 'contact'] },
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <CommandDialog command={command} title={t('title')} text={t('text')} act={t('do')} onClose={onClose}>
      <RadioGroup
        legend={t('which')}
        options={contacts.map(({ wayId, masked }) => ({ value: wayId, label: <span className="font-mono">{masked}</span> }))}
        {...field('wayId')}
      />
      <TextField label={t('reference')} hint={words('referenceHint')} mono autoComplete="off" {...field('reference')} />
      <TextField label={t('contact')} hint={t('contactHint')} autoComplete="off" {...field('contact')} />
    </CommandDialog>
  )
}
