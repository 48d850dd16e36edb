'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'
import type { WayOutDialogProps } from './way-out-dialog.ts'

/** "It was erased by hand": with the reference of what shows it, for a second person to confirm. */
export function ByHandDialog({ view, system, actions, onClose, onDone }: WayOutDialogProps) {
  const t = useTranslations('cases.attention')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).doneByHandInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, system, evidence: '' },
    action: actions.doneByHand,
    draft: { form: 'by_hand', of: `${view.caseCode}/${system}`, fields: ['evidence'] },
    onDone: () => onDone(t('byHandSay')),
  })
  return (
    <CommandDialog
      command={command} title={t('byHandTitle', { system })} text={t('byHandText')}
      act={t('byHandDo')} out="back" onClose={onClose}
    >
      <TextField
        label={t('evidence')}
        hint={t('evidenceHint')}
        maxLength={60}
        autoComplete="off"
        {...field('evidence')}
      />
    </CommandDialog>
  )
}
