'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LawRoomView, WhatIfView } from '#usecases/views/laws.ts'
import type { WhatIfForm } from '#usecases/views/law-inputs.ts'
import type { LawMarkForm } from '#usecases/views/settings-inputs.ts'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { LawMarks } from './law-marks.tsx'
import { inForce, lawPlaces } from './law-places.ts'
import { LawTable } from './law-table.tsx'
import { WhatIf } from './what-if.tsx'

export interface LawActions {
  setLawMark: (input: LawMarkForm) => Promise<ActionResult<unknown>>
  whatIf: (input: WhatIfForm) => Promise<ActionResult<WhatIfView>>
}

/** The law table: what it makes of a day, what it says of marks, and every row in words. */
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
      <LawTable rows={view.rows} />
    </div>
  )
}
