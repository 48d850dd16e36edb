'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { NewClientView } from '#usecases/views/settings.ts'
import { addClientForm } from '#usecases/views/settings-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { anyMessage } from '#components/i18n/any-message.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ClientActions } from './client-list.tsx'
import { NewKey } from './new-key.tsx'

/** A new client; then its key, once. */
export function AddClientDialog({
  scopes, action, onClose,
}: {
  scopes: readonly string[]
  action: ClientActions['addClient']
  onClose: () => void
}) {
  const t = useTranslations('settings.clients')
  const words = useTranslations('settings.scope')
  const common = useTranslations('common')
  const [added, setAdded] = useState<NewClientView | null>(null)
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: addClientForm,
    defaultValues: { name: '', scopes: [] },
    action,
    onDone: setAdded,
  })
  const fault = errorOf('scopes')
  if (added !== null) return <NewKey added={added} name={form.getValues('name')} onClose={onClose} />
  return (
    <Dialog open onOpenChange={onClose} title={t('addTitle')} description={t('addText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField label={t('name')} autoComplete="off" error={errorOf('name')} {...form.register('name')} />
        <fieldset className="grid gap-1">
          <legend className="mb-1.5 text-sm font-medium">{t('scopes')}</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={anyMessage(words, scope.replaceAll('.', '_')) ?? scope}
              hint={<span className="font-mono">{scope}</span>}
              {...form.register('scopes')}
            />
          ))}
          {fault !== undefined && <FieldError id="scopes-error">{fault}</FieldError>}
        </fieldset>
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('addDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
