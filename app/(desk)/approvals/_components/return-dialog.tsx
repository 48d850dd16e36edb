'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Returning: to a named agent, with a question. */
export function ReturnDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const ui = useTranslations('ui')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).returnInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version, toStaffId: '', question: '' },
    action: actions.returnCase,
    draft: { form: 'return', of: decision.caseCode, fields: ['toStaffId', 'question'] },
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('returnTitle')} text={t('returnText', { left: decision.returnsLeft })}
      act={t('returnDo')} onClose={onClose}
    >
      <Select
        label={t('returnTo')}
        placeholder={ui('choose')}
        options={decision.agents.map((agent) => ({ value: agent.staffId, label: agent.humanRef }))}
        {...field('toStaffId')}
      />
      <TextArea label={t('question')} {...field('question')} />
    </CommandDialog>
  )
}
