'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** The number that the caller named and was called back at. It is compared with the file, and never shown from it. */
export function CalledBackDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.calledBack')
  const { actions, refresh } = useDesk()
  const { form, field, ...command } = useCommandForm({
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
    <CommandDialog command={command} title={t('title')} text={t('text')} act={t('do')} onClose={onClose}>
      <TextField
        label={t('number')} hint={t('numberHint')} mono inputMode="tel" autoComplete="off" {...field('number')}
      />
    </CommandDialog>
  )
}
