'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextArea } from '#components/ui/textarea.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** A note to the call that is going on. */
export function NoteDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.noteDialog')
  const { actions, refresh } = useDesk()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).noteInput,
    defaultValues: { callId, note: '' },
    action: actions.addNote,
    draft: { form: 'note', of: callId, fields: ['note'] },
    onDone: () => {
      onClose()
      say('good', t('saved'))
      refresh()
    },
  })
  return (
    <CommandDialog command={command} title={t('title')} text={t('text')} act={t('save')} onClose={onClose}>
      <TextArea label={t('note')} rows={4} {...field('note')} />
    </CommandDialog>
  )
}
