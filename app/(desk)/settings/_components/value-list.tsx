'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { SettingLineView, SettingListView } from '#usecases/views/settings.ts'
import type { LawMarkForm, SetSettingForm } from '#usecases/views/settings-inputs.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { LawMarks } from './law-marks.tsx'
import { inForce, lawPlaces } from './law-places.ts'
import { SettingDialog } from './setting-dialog.tsx'
import { groupSettings } from './setting-groups.ts'
import { SettingTable } from './setting-table.tsx'

export interface ValueActions {
  setSetting: (input: SetSettingForm) => Promise<ActionResult<unknown>>
  setLawMark: (input: LawMarkForm) => Promise<ActionResult<unknown>>
}

/** Every choice that an operator has, with its default and who changed it; and the marks by law. */
export function ValueList({ view, actions }: { view: SettingListView; actions: ValueActions }) {
  const t = useTranslations('settings.values')
  const router = useRouter()
  const [changing, setChanging] = useState<SettingLineView | null>(null)
  const done = (said: string) => {
    setChanging(null)
    toast('good', said)
    router.refresh()
  }
  return (
    <div className="gutter grid max-w-[1000px] grid-cols-1 gap-9 py-8">
      <PageHeading below={t('text')}>
        {t('title', {
          undecided: lawPlaces(view.laws).filter((place) => place.mark === 'undecided' && inForce(place, view.now)).length,
          changed: view.settings.filter((setting) => setting.value !== setting.default).length,
        })}
      </PageHeading>
      <LawMarks laws={view.laws} now={view.now} action={actions.setLawMark} onDone={() => done(t('markedSay'))} />
      {groupSettings(view.settings).map(({ group, settings }) => (
        <SettingTable key={group} title={t(`group.${group}`)} settings={settings} onChange={setChanging} />
      ))}
      {changing !== null && (
        <SettingDialog
          setting={changing}
          action={actions.setSetting}
          onClose={() => setChanging(null)}
          onDone={() => done(t('changedSay'))}
        />
      )}
    </div>
  )
}
