'use client'
import { useTranslations } from 'next-intl'
import type { NewClientView } from '#usecases/views/settings.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ClientActions } from './client-list.tsx'
import { useScopeWord } from './use-scope-word.ts'

/** A new client: its name and the scopes that it needs, none of them ticked for anybody. */
export function AddClientDialog({
  scopes, action, onClose, onDone,
}: {
  scopes: readonly string[]
  action: ClientActions['addClient']
  onClose: () => void
  onDone: (added: NewClientView, name: string) => void
}) {
  const t = useTranslations('settings.clients')
  const common = useTranslations('common')
  const scopeWord = useScopeWord()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).addClientForm,
    defaultValues: { name: '', scopes: [] },
    action,
    onDone: (added) => onDone(added, form.getValues('name').trim()),
  })
  const fault = errorOf('scopes')
  return (
    <Dialog open onOpenChange={onClose} title={t('addTitle')} description={t('addText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="off"
          error={errorOf('name')}
          {...form.register('name')}
        />
        <fieldset className="grid gap-1.5" aria-describedby={fault === undefined ? undefined : 'scopes-error'}>
          <legend className="mb-1.5 text-sm font-medium">{t('scopes')}</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={scopeWord(scope)}
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
