'use client'
import { useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { CodeField } from '#components/ui/code-field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { FileArea } from './file-area.tsx'
import type { SystemActions } from './system-list.tsx'

const roles = ['own', 'processor', 'recipient'] as const

/** Connects a system: where it is, what it is to us, and the two files that describe it. */
export function ConnectSystemDialog({
  action, onClose, onDone,
}: {
  action: SystemActions['connectSystem']
  onClose: () => void
  onDone: (name: string) => void
}) {
  const t = useTranslations('settings.systems')
  const common = useTranslations('common')
  const { word } = useWords()
  const { form, field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).connectSystemForm,
    defaultValues: { name: '', url: '', dataset: '', policy: '' },
    action,
    onDone: () => onDone(form.getValues('name').trim()),
  })
  const fill = (file: 'dataset' | 'policy') => (text: string) =>
    form.setValue(file, text, { shouldValidate: true, shouldDirty: true })
  return (
    <CommandDialog
      command={command} title={t('connectTitle')} text={t('connectText')}
      act={t('connectDo')} wide onClose={onClose}
    >
      <CodeField label={t('name')} hint={t('nameHint')} autoCapitalize="none" {...field('name')} />
      <RadioGroup
        legend={t('role')}
        options={roles.map((role) => ({ value: role, label: word('systemRole', role), hint: t(`roleHint.${role}`) }))}
        {...field('role')}
      />
      <CodeField label={t('address')} hint={t('addressHint')} autoCapitalize="none" {...field('url')} />
      <FileArea
        label={t('datasetFile')}
        hint={t('datasetHint')}
        onFile={fill('dataset')}
        {...field('dataset')}
      />
      <FileArea
        label={t('policyFile')}
        hint={t('policyHint')}
        aside={common('optional')}
        onFile={fill('policy')}
        {...field('policy')}
      />
    </CommandDialog>
  )
}
