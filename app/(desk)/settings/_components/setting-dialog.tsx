'use client'
import { useTranslations } from 'next-intl'
import type { SettingLineView } from '#usecases/views/settings.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
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
  const { meaning, explained, shown } = useSettingText()
  const { field, ...command } = useCommandForm({
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
    <CommandDialog
      command={command} title={meaning(setting)} text={explained(setting) ?? t('changeText')}
      act={t('changeDo')} onClose={onClose}
    >
      {setting.unit === 'flag' ? (
        <RadioGroup
          legend={t('value')}
          hint={usual}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          {...field('value')}
        />
      ) : (
        <TextField
          label={t('valueIn', { unit: setting.unit })}
          hint={allowed === null ? usual : `${allowed} ${usual}`}
          inputMode={setting.unit === 'country' ? 'text' : 'numeric'}
          autoComplete="off"
          {...field('value')}
        />
      )}
      <SettingHistory setting={setting} />
    </CommandDialog>
  )
}
