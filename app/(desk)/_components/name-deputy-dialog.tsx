'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { DeputiesView, NameDeputyInput } from '#usecases/views/deputies.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** Naming a deputy: whom, and to which day. */
export function NameDeputyDialog({
  view, action, onClose, onDone,
}: {
  view: DeputiesView
  action: (input: NameDeputyInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('deputies')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/deputies.ts')).nameDeputyInput,
    defaultValues: { staffId: '', lastDay: '' },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('nameTitle')} description={t('nameText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <Select
          label={t('who')}
          placeholder={ui('choose')}
          options={view.candidates.map((one) => ({
            value: one.staffId,
            label: t('option', { human: one.human, role: one.role }),
          }))}
          error={errorOf('staffId')}
          {...form.register('staffId')}
        />
        <TextField
          label={t('lastDay')}
          aside={common('optional')}
          type="date"
          error={errorOf('lastDay')}
          {...form.register('lastDay')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('nameDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
