'use client'
import { useTranslations } from 'next-intl'
import { groundCodes } from '#usecases/views/ground-codes.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Rejecting: a coded reason, its legal ground, and words for the person. */
export function RejectDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const ui = useTranslations('ui')
  const { word } = useWords()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).rejectInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version, code: '', text: '' },
    action: actions.reject,
    draft: { form: 'reject', of: decision.caseCode, fields: ['code', 'ground', 'text'] },
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('rejectTitle')} text={t('rejectText')}
      act={t('rejectDo')} look="bad" onClose={onClose}
    >
      <Select
        label={t('reason')}
        placeholder={ui('choose')}
        options={decision.rejectionCodes.map((code) => ({ value: code, label: word('rejection', code) }))}
        {...field('code')}
      />
      <Select
        label={t('ground')}
        placeholder={ui('choose')}
        options={groundCodes.map((code) => ({ value: code, label: word('ground', code) }))}
        {...field('ground')}
      />
      <TextArea label={t('text')} {...field('text')} />
    </CommandDialog>
  )
}
