'use client'
import { useTranslations } from 'next-intl'
import type { LateSystemView } from '#usecases/views/partners.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { PartnersActions } from './partners-actions.ts'

/** Where letters to a system go: an office's address. */
export function ContactDialog({
  system, action, onClose, onDone,
}: {
  system: LateSystemView
  action: PartnersActions['noteContact']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('partners.contact')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/partners-inputs.ts')).noteContactInput,
    defaultValues: { system: system.system, contact: system.contact ?? '' },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { system: system.system })} description={t('text')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField label={t('label')} hint={t('hint')} error={errorOf('contact')} {...form.register('contact')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {common('save')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
