'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { WayOutDialogProps } from './way-out-dialog.ts'

/** "It was erased by hand": with the reference of what shows it, for a second person to confirm. */
export function ByHandDialog({ view, system, actions, onClose, onDone }: WayOutDialogProps) {
  const t = useTranslations('cases.attention')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).doneByHandInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, system, evidence: '' },
    action: actions.doneByHand,
    onDone: () => onDone(t('byHandSay')),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('byHandTitle', { system })} description={t('byHandText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('evidence')}
          hint={t('evidenceHint')}
          maxLength={60}
          autoComplete="off"
          error={errorOf('evidence')}
          {...form.register('evidence')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('byHandDo')}
          </Button>
          <Button onClick={onClose}>{common('back')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
