'use client'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { CodeField } from '#components/ui/code-field.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** Which case, and what the caller says. Whatever becomes of it, the answer is the same: nothing is open yet. */
export function NotMeDialog({
  callId, code, onClose,
}: {
  callId: string
  /** The one that was looked up, as it is stored; null where they were found by something else. */
  code: string | null
  onClose: () => void
}) {
  const t = useTranslations('desk.notMe')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).disputeByCodeInput,
    defaultValues: { callId, caseCode: code === null ? '' : formatCaseCode(code), words: '' },
    action: actions.disputeByCode,
    draft: { form: 'not_me', of: callId, fields: ['caseCode', 'words'] },
    onDone: () => {
      onClose()
      say('info', t('doneSay'))
      refresh()
    },
  })
  return (
    <CommandDialog
      command={command} title={t('dialog')} text={t('dialogText')}
      act={t('do')} look="bad" out="back" onClose={onClose}
    >
      <CodeField label={t('code')} {...field('caseCode')} />
      <TextArea label={t('words')} aside={common('optional')} {...field('words')} />
    </CommandDialog>
  )
}
