'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { SetLawMarkInput, SettingLineView, SettingListView } from '#usecases/views/settings.ts'
import type { SetSettingForm } from '#usecases/views/settings-inputs.ts'
import { anyMessage } from '#components/i18n/any-message.ts'
import { Button } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { LawMarks } from './law-marks.tsx'
import { SettingDialog } from './setting-dialog.tsx'

export interface ValueActions {
  setSetting: (input: SetSettingForm) => Promise<ActionResult<unknown>>
  setLawMark: (input: SetLawMarkInput) => Promise<ActionResult<unknown>>
}

/** Every choice that an operator has, with its default and who changed it; and the marks by law. */
export function ValueList({ view, actions }: { view: SettingListView; actions: ValueActions }) {
  const t = useTranslations('settings.values')
  const router = useRouter()
  const [changing, setChanging] = useState<SettingLineView | null>(null)
  const meaning = useMeaning()
  const shown = useShownValue()
  const done = (said: string) => {
    setChanging(null)
    toast('good', said)
    router.refresh()
  }
  return (
    <div className="gutter grid max-w-[1100px] grid-cols-1 gap-9 py-8">
      <PageHeading below={t('text')}>{t('title')}</PageHeading>
      <LawMarks laws={view.laws} action={actions.setLawMark} onDone={() => done(t('markedSay'))} />
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('setting')}</Th>
            <Th>{t('value')}</Th>
            <Th>{t('default')}</Th>
            <Th>{t('changed')}</Th>
            <Th><span className="sr-only">{t('change')}</span></Th>
          </tr>
        </thead>
        <tbody>
          {view.settings.map((setting) => (
            <tr key={setting.key}>
              <Td>
                {meaning(setting)}
                <span className="block font-mono text-xs text-ink-2">{setting.key}</span>
              </Td>
              <Td className="font-semibold whitespace-nowrap">{shown(setting.unit, setting.value)}</Td>
              <Td className="whitespace-nowrap text-ink-2">{shown(setting.unit, setting.default)}</Td>
              <Td className="text-xs text-ink-2">
                {setting.changed === null ? t('asDefault') : t('changedBy', setting.changed)}
              </Td>
              <Td className="text-right">
                <Button look="quiet" onClick={() => setChanging(setting)} aria-label={`${t('change')} ${setting.key}`}>
                  {t('change')}
                </Button>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {changing !== null && (
        <SettingDialog
          setting={changing}
          meaning={meaning(changing)}
          action={actions.setSetting}
          onClose={() => setChanging(null)}
          onDone={() => done(t('changedSay'))}
        />
      )}
    </div>
  )
}

function useMeaning() {
  const t = useTranslations('settings.setting')
  return (setting: SettingLineView): string => anyMessage(t, setting.key) ?? setting.meaning
}

/** A value with its unit, such as "7 days". */
function useShownValue() {
  const t = useTranslations('settings.values')
  return (unit: SettingLineView['unit'], value: string): string => {
    if (unit === 'flag') return value === 'true' ? t('yes') : t('no')
    const n = Number(value)
    return Number.isFinite(n) ? t(`unit.${unit}`, { n }) : value
  }
}
