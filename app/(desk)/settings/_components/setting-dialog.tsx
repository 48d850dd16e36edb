'use client'
import { useTranslations } from 'next-intl'
import type { SettingLineView } from '#usecases/views/settings.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { SettingHistory } from './setting-history.tsx'
import { useSettingText } from './use-setting-text.ts'
import type { ValueActions } from './value-list.tsx'

/** Changes one setting; its bounds and its default are said before. */
export function SettingDialog({
  setting, action, onClose, onDone,
}: {
  setting: SettingLineView
  action: ValueActions['setSetting']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.values')
  const common = useTranslations('common')
  const { meaning, explained, shown } = useSettingText()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).setSettingForm,
    defaultValues: { key: setting.key, value: setting.value },
    action,
    onDone,
  })
  const usual = t('usual', { value: shown(setting.unit, setting.default) })
  const { unit, min, max } = setting
  const range = min === null || max === null ? null : t('range', { min, max })
  const allowed = unit === 'country' ? t('countryHint') : range
  return (
    <Dialog open onOpenChange={onClose} title={meaning(setting)} description={explained(setting) ?? t('changeText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        {setting.unit === 'flag' ? (
          <RadioGroup
            legend={t('value')}
            hint={usual}
            error={errorOf('value')}
            options={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
            ]}
            {...form.register('value')}
          />
        ) : (
          <TextField
            label={t('valueIn', { unit: setting.unit })}
            hint={allowed === null ? usual : `${allowed} ${usual}`}
            inputMode={setting.unit === 'country' ? 'text' : 'numeric'}
            autoComplete="off"
            error={errorOf('value')}
            {...form.register('value')}
          />
        )}
        <SettingHistory setting={setting} />
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
