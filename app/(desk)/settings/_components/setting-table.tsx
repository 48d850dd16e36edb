'use client'
import { useTranslations } from 'next-intl'
import type { SettingLineView } from '#usecases/views/settings.ts'
import { Below } from '#components/ui/below.tsx'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { useSettingText } from './use-setting-text.ts'

/** The settings of one group. What differs from the default says so, with the default beside it. */
export function SettingTable({
  title, settings, onChange,
}: {
  title: string
  settings: readonly SettingLineView[]
  onChange: (setting: SettingLineView) => void
}) {
  const t = useTranslations('settings.values')
  return (
    <div className="grid grid-cols-1 gap-1">
      <SectionHeading>{title}</SectionHeading>
      <Table caption={title}>
        <thead>
          <tr>
            <Th>{t('setting')}</Th>
            <Th>{t('value')}</Th>
            <Th className="max-sm:hidden">{t('changed')}</Th>
            <Th>
              <span className="sr-only">{t('change')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <SettingRow key={setting.key} setting={setting} onChange={() => onChange(setting)} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function SettingRow({ setting, onChange }: { setting: SettingLineView; onChange: () => void }) {
  const t = useTranslations('settings.values')
  const { meaning, explained, shown } = useSettingText()
  const more = explained(setting)
  const differs = setting.value !== setting.default
  const changed = setting.changed === null ? t('asDelivered') : t('changedBy', setting.changed)
  return (
    <tr>
      <Td className="w-full">
        {meaning(setting)}
        {more !== null && <span className="block max-w-[74ch] text-xs/5 text-ink-2">{more}</span>}
        <span className="block font-mono text-xs break-all text-ink-3">{setting.key}</span>
        <Below>{changed}</Below>
      </Td>
      <Td className="min-w-24">
        <span className="font-semibold whitespace-nowrap">{shown(setting.unit, setting.value)}</span>
        {differs && (
          <span className="block text-xs text-ink-2">{t('insteadOf', { value: shown(setting.unit, setting.default) })}</span>
        )}
      </Td>
      <Td className="min-w-40 text-xs/5 text-ink-2 max-sm:hidden">
        {changed}
      </Td>
      <Td className="text-right">
        <Button look="quiet" className="-my-1 max-sm:px-1.5" onClick={onChange}>
          {t('change')}
          <span className="sr-only">{meaning(setting)}</span>
        </Button>
      </Td>
    </tr>
  )
}
