'use client'
import { useTranslations } from 'next-intl'
import type { SettingLineView } from '#usecases/views/settings.ts'
import { setSettingForm } from '#usecases/views/settings-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ValueActions } from './value-list.tsx'

/** Changes one setting; its bounds are said before, and judged by the command. */
export function SettingDialog({
  setting, meaning, action, onClose, onDone,
}: {
  setting: SettingLineView
  meaning: string
  action: ValueActions['setSetting']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.values')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: setSettingForm,
    defaultValues: { key: setting.key, value: setting.value },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('changeTitle')} description={meaning}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        {setting.unit === 'flag' ? (
          <Select
            label={t('value')}
            options={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
            ]}
            error={errorOf('value')}
            {...form.register('value')}
          />
        ) : (
          <TextField
            label={t('value')}
            {...(setting.min !== null && setting.max !== null && { hint: t('range', { min: setting.min, max: setting.max }) })}
            inputMode="numeric"
            autoComplete="off"
            error={errorOf('value')}
            {...form.register('value')}
          />
        )}
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('changeDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
