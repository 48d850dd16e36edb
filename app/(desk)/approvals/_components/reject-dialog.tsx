'use client'
import { useTranslations } from 'next-intl'
import { groundCodes } from '#usecases/views/ground-codes.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** Rejecting: a coded reason, its legal ground, and words for the person. */
export function RejectDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { word } = useWords()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).rejectInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version, code: '', text: '' },
    action: actions.reject,
    onDone: () => {
      sent()
      onDone()
    },
  })
  const sent = useDraft({
    form: 'reject',
    of: decision.caseCode,
    text: form.watch('text') ?? '',
    restore: (text) => form.setValue('text', text),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('rejectTitle')} description={t('rejectText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <Select
          label={t('reason')}
          placeholder={ui('choose')}
          options={decision.rejectionCodes.map((code) => ({ value: code, label: word('rejection', code) }))}
          error={errorOf('code')}
          {...form.register('code')}
        />
        <Select
          label={t('ground')}
          placeholder={ui('choose')}
          options={groundCodes.map((code) => ({ value: code, label: word('ground', code) }))}
          error={errorOf('ground')}
          {...form.register('ground')}
        />
        <TextArea label={t('text')} error={errorOf('text')} {...form.register('text')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="bad" pending={pending}>
            {t('rejectDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
