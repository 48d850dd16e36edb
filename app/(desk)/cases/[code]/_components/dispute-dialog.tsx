'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { CaseActions } from './case-actions.ts'

/** "That was not me": stops whatever has not begun. */
export function DisputeDialog({
  view, actions, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).disputeInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, callId: view.callId, words: '' },
    action: actions.dispute,
    onDone: () => onDone(t('disputedSay')),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('disputeTitle')} description={t('disputeText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextArea label={t('words')} aside={common('optional')} error={errorOf('words')} {...form.register('words')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="bad" pending={pending}>
            {t('disputeDo')}
          </Button>
          <Button onClick={onClose}>{common('back')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
