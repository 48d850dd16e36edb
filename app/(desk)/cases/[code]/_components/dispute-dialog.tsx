'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextArea } from '#components/ui/textarea.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** "That was not me": stops whatever has not begun. */
export function DisputeDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).disputeInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, callId: view.callId, words: '' },
    action: actions.dispute,
    draft: { form: 'dispute', of: view.caseCode, fields: ['words'] },
    onDone: () => onDone(t('disputedSay')),
  })
  return (
    <CommandDialog
      command={command} title={t('disputeTitle')} text={t('disputeText')}
      act={t('disputeDo')} look="bad" out="back" onClose={onClose}
    >
      <TextArea label={t('words')} aside={common('optional')} {...field('words')} />
    </CommandDialog>
  )
}
