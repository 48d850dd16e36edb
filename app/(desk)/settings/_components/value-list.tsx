'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { SettingListView } from '#usecases/views/settings.ts'
import type { SetSettingForm } from '#usecases/views/settings-inputs.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { SettingDialog } from './setting-dialog.tsx'
import { groupSettings } from './setting-groups.ts'
import { SettingTable } from './setting-table.tsx'

export interface ValueActions {
  setSetting: (input: SetSettingForm) => Promise<ActionResult<unknown>>
}

/** Every choice that an operator has, with its default and who changed it. */
export function ValueList({ view, actions }: { view: SettingListView; actions: ValueActions }) {
  const t = useTranslations('settings.values')
  const router = useRouter()
  // By its key, so that an open dialog shows what the page learns meanwhile.
  const [chosen, setChosen] = useState<string | null>(null)
  const changing = view.settings.find((setting) => setting.key === chosen) ?? null
  const done = (said: string) => {
    setChosen(null)
    toast('good', said)
    router.refresh()
  }
  return (
    <div className="gutter grid max-w-[1000px] grid-cols-1 gap-9 py-8">
      <PageHeading below={t('text')}>
        {t('title', {
          changed: view.settings.filter((setting) => setting.value !== setting.default).length,
        })}
      </PageHeading>
      {groupSettings(view.settings).map(({ group, settings }) => (
        <SettingTable key={group} title={t(`group.${group}`)} settings={settings} onChange={({ key }) => setChosen(key)} />
      ))}
      {changing !== null && (
        <SettingDialog
          setting={changing}
          action={actions.setSetting}
          onClose={() => setChosen(null)}
          onDone={() => done(t('changedSay'))}
        />
      )}
    </div>
  )
}
