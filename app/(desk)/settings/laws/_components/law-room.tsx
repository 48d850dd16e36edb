'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LawRoomView, LawTrialView, WhatIfView } from '#usecases/views/laws.ts'
import type { LawRowForm, WhatIfForm, WorkingDayForm } from '#usecases/views/law-inputs.ts'
import type { LawMarkForm } from '#usecases/views/settings-inputs.ts'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { LawMarks } from './law-marks.tsx'
import { inForce, lawPlaces } from './law-places.ts'
import { LawTable } from './law-table.tsx'
import { WhatIf } from './what-if.tsx'
import { WorkingDays } from './working-days.tsx'

export interface LawActions {
  changeLawRow: (input: LawRowForm) => Promise<ActionResult<unknown>>
  setLawMark: (input: LawMarkForm) => Promise<ActionResult<unknown>>
  setWorkingDay: (input: WorkingDayForm) => Promise<ActionResult<unknown>>
  tryLawRow: (input: LawRowForm) => Promise<ActionResult<LawTrialView>>
  whatIf: (input: WhatIfForm) => Promise<ActionResult<WhatIfView>>
}

/** The law table: what it makes of a day, what it says of marks, every row in words, and days that were moved. */
export function LawRoom({ view, actions }: { view: LawRoomView; actions: LawActions }) {
  const t = useTranslations('laws')
  const values = useTranslations('settings.values')
  const router = useRouter()
  const undecided = lawPlaces(view.marks).filter((place) => place.mark === 'undecided' && inForce(place, view.now))
  return (
    <div className="gutter grid max-w-[1100px] grid-cols-1 gap-9 py-8">
      <div className="grid gap-4">
        <PageHeading below={t('text')}>{t('title', { rows: view.rows.length, undecided: undecided.length })}</PageHeading>
        <Callout tone="warn">{t('confirm')}</Callout>
      </div>
      <WhatIf action={actions.whatIf} />
      <LawMarks
        laws={view.marks}
        now={view.now}
        action={actions.setLawMark}
        onDone={() => {
          toast('good', values('markedSay'))
          router.refresh()
        }}
      />
      <LawTable
        view={view}
        actions={actions}
        onDone={() => {
          toast('good', t('changedSay'))
          router.refresh()
        }}
      />
      <WorkingDays
        days={view.days}
        action={actions.setWorkingDay}
        onDone={() => {
          toast('good', t('daySay'))
          router.refresh()
        }}
      />
    </div>
  )
}
