'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ConsentEventView, ConsentHistoryView } from '#usecases/views/consent.ts'
import { ConsentTimeline } from '#components/data/consent-timeline.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { ChosenEvent } from './chosen-event.tsx'
import { EventTable } from './event-table.tsx'

/** The consents over time; for the chosen event the notice as it stood, and why it does not count. */
export function WhatHappened({ history, now }: { history: ConsentHistoryView; now: number }) {
  const t = useTranslations('consent.happened')
  const events = history.lanes.flatMap((lane) => lane.events).sort((a, b) => b.occurredAt - a.occurredAt)
  const [chosenId, setChosenId] = useState<string | null>(() => firstToShow(events)?.eventId ?? null)
  const chosen = events.find((event) => event.eventId === chosenId) ?? null
  const lane = history.lanes.find((one) => chosen !== null && one.events.includes(chosen))
  const first = events.at(-1)
  if (first === undefined) {
    return (
      <>
        <SectionHeading>{t('title')}</SectionHeading>
        <div className="mt-3">
          <EmptyState title={t('empty')} />
        </div>
      </>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <SectionHeading aside={t('span', { from: first.occurredAt })}>{t('title')}</SectionHeading>
      <ConsentTimeline
        lanes={history.lanes}
        notices={history.notices}
        now={now}
        chosen={chosenId}
        onChoose={(event) => setChosenId(event.eventId)}
      />
      <div aria-live="polite" className="grid grid-cols-1 gap-2">
        {chosen !== null && lane !== undefined && <ChosenEvent lane={lane} event={chosen} notices={history.notices} />}
      </div>
      <EventTable lanes={history.lanes} notices={history.notices} chosen={chosenId} onChoose={setChosenId} />
    </div>
  )
}

/** What an agent wants to see first: the newest event with a defect, else the newest one. */
function firstToShow(events: readonly ConsentEventView[]): ConsentEventView | undefined {
  return events.find((event) => event.defects.length > 0) ?? events[0]
}
