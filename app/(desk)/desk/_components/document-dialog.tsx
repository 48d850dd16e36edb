'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** The reference under which an identity document was checked elsewhere: never its number, never the document. */
export function DocumentDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.proof')
  const { actions, refresh } = useDesk()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).documentProofInput,
    defaultValues: { callId, proof: 'document', reference: '' },
    action: actions.noteProof,
    draft: { form: 'document', of: callId, fields: ['reference'] },
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <CommandDialog
      command={command} title={t('documentTitle')} text={t('documentText')}
      act={t('do')} onClose={onClose}
    >
      <TextField label={t('reference')} hint={t('referenceHint')} mono autoComplete="off" {...field('reference')} />
    </CommandDialog>
  )
}
