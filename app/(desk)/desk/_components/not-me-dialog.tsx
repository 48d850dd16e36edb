'use client'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
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
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).disputeByCodeInput,
    defaultValues: { callId, caseCode: code === null ? '' : formatCaseCode(code), words: '' },
    action: actions.disputeByCode,
    onDone: () => {
      onClose()
      say('info', t('doneSay'))
      refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('dialog')} description={t('dialogText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('code')} mono autoComplete="off" autoCapitalize="characters" spellCheck={false}
          error={errorOf('caseCode')} {...form.register('caseCode')}
        />
        <TextArea label={t('words')} aside={common('optional')} error={errorOf('words')} {...form.register('words')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="bad" pending={pending}>
            {t('do')}
          </Button>
          <Button onClick={onClose}>{common('back')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
