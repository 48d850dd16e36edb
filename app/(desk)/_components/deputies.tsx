'use client'
import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { DeputiesView, EndDeputyInput, NameDeputyInput } from '#usecases/views/deputies.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'

// Loaded when one is opened: they are seldom, and bring the forms along.
const EndDeputyDialog = dynamic(() => import('./end-deputy-dialog.tsx').then((dialog) => dialog.EndDeputyDialog), { ssr: false })
const NameDeputyDialog = dynamic(() => import('./name-deputy-dialog.tsx').then((dialog) => dialog.NameDeputyDialog), { ssr: false })

export interface DeputyActions {
  nameDeputy: (input: NameDeputyInput) => Promise<ActionResult<unknown>>
  endDeputy: (input: EndDeputyInput) => Promise<ActionResult<unknown>>
}

type Deputy = DeputiesView['deputies'][number]

/** Who stands in for the supervisors, by whom they were named, and from when that counts. */
export function Deputies({ view, actions }: { view: DeputiesView; actions: DeputyActions }) {
  const t = useTranslations('deputies')
  const router = useRouter()
  const [asking, setAsking] = useState<'name' | Deputy | null>(null)
  const done = (said: string) => {
    setAsking(null)
    toast('good', said)
    router.refresh()
  }
  return (
    <section aria-labelledby="deputies" className="grid gap-2">
      <SectionHeading id="deputies">{t('title')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">
        {view.deputies.length === 0 ? t('empty') : t('text', { hours: view.graceHours })}
      </p>
      {view.deputies.length > 0 && (
        <ul>
          {view.deputies.map((deputy) => (
            <DeputyLine key={deputy.deputyId} deputy={deputy} now={view.now} onEnd={() => setAsking(deputy)} />
          ))}
        </ul>
      )}
      <div>
        <Button disabled={view.candidates.length === 0} onClick={() => setAsking('name')}>
          {t('name')}
        </Button>
        {view.candidates.length === 0 && <span className="ml-3 text-xs text-ink-2">{t('nobodyLeft')}</span>}
      </div>
      {asking === 'name' && (
        <NameDeputyDialog
          view={view}
          action={actions.nameDeputy}
          onClose={() => setAsking(null)}
          onDone={() => done(t('namedSay'))}
        />
      )}
      {asking !== null && asking !== 'name' && (
        <EndDeputyDialog
          deputy={asking}
          action={actions.endDeputy}
          onClose={() => setAsking(null)}
          onDone={() => done(t('endedSay'))}
        />
      )}
    </section>
  )
}

function DeputyLine({ deputy, now, onEnd }: { deputy: Deputy; now: number; onEnd: () => void }) {
  const t = useTranslations('deputies')
  const counts = deputy.countsFrom <= now ? t('countsNow') : t('counts', { at: deputy.countsFrom })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-(--row-y)">
      <span>
        <span className="font-medium">{deputy.human}</span>
        <span className="block text-xs text-ink-2">
          {t('line', { by: deputy.namedBy, at: deputy.namedAt })} · {counts}
          {deputy.endsAt !== null && <> · {t('until', { at: deputy.endsAt - 1 })}</>}
        </span>
      </span>
      {!deputy.isMe && <Button onClick={onEnd}>{t('end')}</Button>}
    </li>
  )
}
