'use client'
import { useTranslations } from 'next-intl'
import { keepBases } from '#domain/request/explain.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { WayOutDialogProps } from './way-out-dialog.ts'

/** "It stays there": on a legal basis of ours, until a date, for a second supervisor to agree to. */
export function KeepDialog({ view, system, actions, onClose, onDone }: WayOutDialogProps) {
  const t = useTranslations('cases')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).keepInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, system, until: '' },
    action: actions.keep,
    onDone: () => onDone(t('attention.keepSay')),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('attention.keepTitle', { system })} description={t('attention.keepText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <Select
          label={t('attention.basis')}
          placeholder={ui('choose')}
          options={keepBases.map((basis) => ({ value: basis, label: t(`keepBasis.${basis}`) }))}
          error={errorOf('basis')}
          {...form.register('basis')}
        />
        <TextField label={t('attention.until')} type="date" error={errorOf('until')} {...form.register('until')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('attention.keepDo')}
          </Button>
          <Button onClick={onClose}>{common('back')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
