'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
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
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).connectSystemForm,
    defaultValues: { name: '', url: '', dataset: '', policy: '' },
    action,
    onDone: () => onDone(form.getValues('name').trim()),
  })
  const fill = (field: 'dataset' | 'policy') => (text: string) =>
    form.setValue(field, text, { shouldValidate: true, shouldDirty: true })
  return (
    <Dialog open wide onOpenChange={onClose} title={t('connectTitle')} description={t('connectText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          mono
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errorOf('name')}
          {...form.register('name')}
        />
        <RadioGroup
          legend={t('role')}
          error={errorOf('role')}
          options={roles.map((role) => ({ value: role, label: word('systemRole', role), hint: t(`roleHint.${role}`) }))}
          {...form.register('role')}
        />
        <TextField
          label={t('address')}
          hint={t('addressHint')}
          mono
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errorOf('url')}
          {...form.register('url')}
        />
        <FileArea
          label={t('datasetFile')}
          hint={t('datasetHint')}
          error={errorOf('dataset')}
          onFile={fill('dataset')}
          {...form.register('dataset')}
        />
        <FileArea
          label={t('policyFile')}
          hint={t('policyHint')}
          aside={common('optional')}
          error={errorOf('policy')}
          onFile={fill('policy')}
          {...form.register('policy')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('connectDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
