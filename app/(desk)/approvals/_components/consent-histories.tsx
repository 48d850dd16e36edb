'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ConsentHistoryView } from '#usecases/views/consent.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { WhatHappened } from '../../_components/what-happened.tsx'

/** The evidence behind the sentence about consent, one press away: for each account that the case names. */
export function ConsentHistories({ histories, now }: { histories: readonly ConsentHistoryView[]; now: number }) {
  const t = useTranslations('approvals')
  const [open, setOpen] = useState(false)
  const count = histories.length
  return (
    <section className="mb-7">
      <SectionHeading>{t('history')}</SectionHeading>
      <details className="mt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-6 text-sm text-accent">{t('historyText')}</summary>
        {open &&
          histories.map((history, index) => (
            <div key={index} className="mt-4 max-w-[52rem]">
              {count > 1 && <p className="mb-2 font-semibold">{t('historyOf', { n: index + 1, count })}</p>}
              <WhatHappened history={history} now={now} />
            </div>
          ))}
      </details>
    </section>
  )
}
