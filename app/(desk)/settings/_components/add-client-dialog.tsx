'use client'
import { useTranslations } from 'next-intl'
import type { NewClientView } from '#usecases/views/settings.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Checkbox } from '#components/ui/checkbox.tsx'
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
  const scopeWord = useScopeWord()
  const { form, field, errorOf, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).addClientForm,
    defaultValues: { name: '', scopes: [] },
    action,
    onDone: (added) => onDone(added, form.getValues('name').trim()),
  })
  const fault = errorOf('scopes')
  return (
    <CommandDialog command={command} title={t('addTitle')} text={t('addText')} act={t('addDo')} onClose={onClose}>
      <TextField label={t('name')} hint={t('nameHint')} autoComplete="off" {...field('name')} />
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
    </CommandDialog>
  )
}
