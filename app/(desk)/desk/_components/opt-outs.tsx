'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { DeskCallView, OptOutView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { OptOutDialog } from './opt-out-dialog.tsx'

/**
 * "No more of this" before anybody is verified. It stands here whoever was looked up, and whether or not they exist:
 * only what is configured decides what it offers (invariant 11).
 */
export function OptOuts({ view }: { view: DeskCallView }) {
  const t = useTranslations('desk.optOut')
  const { called } = useWords()
  const [chosen, setChosen] = useState<OptOutView | null>(null)
  if (view.optOuts.length === 0) return null
  return (
    <section aria-labelledby="opt-outs" className="mt-5 grid justify-items-start gap-1.5 border-t border-line pt-4">
      <SectionHeading id="opt-outs">{t('title')}</SectionHeading>
      <p className="text-xs text-ink-2">{t('text')}</p>
      <ul className="mt-1 grid gap-2">
        {view.optOuts.map((one) => (
          <li key={one.purpose.key} className="grid justify-items-start gap-1">
            <Button disabled={one.lock !== null} onClick={() => setChosen(one)}>
              {t(one.lock === null ? 'stop' : 'dialog', { purpose: called(one.purpose.title) })}
            </Button>
            {one.lock !== null && <LockNote lock={one.lock} />}
          </li>
        ))}
      </ul>
      {chosen !== null && (
        <OptOutDialog
          callId={view.call.callId}
          purpose={chosen.purpose}
          script={view.optOutScript}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  )
}
