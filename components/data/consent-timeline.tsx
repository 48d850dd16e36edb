'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ConsentEventView, ConsentLaneView } from '#usecases/views/consent.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'
import { axisOf, placeOn, yearTicks } from './consent-axis.ts'
import { EventMark } from './event-mark.tsx'

const lines = {
  valid: 'bg-good',
  flagged: 'bg-[repeating-linear-gradient(90deg,var(--bad)_0_2px,transparent_2px_6px)]',
  void: 'bg-[repeating-linear-gradient(90deg,var(--ink-3)_0_2px,transparent_2px_6px)]',
  ended: 'bg-line-strong',
} as const

/** One lane for each purpose on a real time axis. Each event is a button that shows what the person was shown. */
export function ConsentTimeline({
  lanes,
  now,
  chosen,
  onChoose,
}: {
  lanes: readonly ConsentLaneView[]
  now: number
  chosen: string | null
  onChoose: (event: ConsentEventView) => void
}) {
  const t = useTranslations('desk.happened')
  const { word, called } = useWords()
  const format = useFormatter()
  const axis = axisOf(lanes.flatMap((lane) => lane.events.map((event) => event.occurredAt)), now)
  const place = (at: number) => placeOn(at, axis.from, axis.to)
  return (
    <div role="group" aria-label={t('axis')} className="relative">
      <div aria-hidden="true" className="absolute inset-y-0 right-0 left-0 sm:left-32">
        {yearTicks(axis.from, axis.to).map((tick) => (
          <span key={tick} className="absolute top-0 bottom-6 w-px bg-line" style={{ left: `${place(tick)}%` }}>
            <span className="absolute top-full -translate-x-1/2 pt-1 text-xs whitespace-nowrap text-ink-3">
              {format.dateTime(new Date(tick), { year: 'numeric', timeZone: 'UTC' })}
            </span>
          </span>
        ))}
      </div>
      <ul className="relative grid gap-1 pb-7">
        {lanes.map((lane) => (
          <li key={lane.purpose} className="sm:grid sm:grid-cols-[8rem_minmax(0,1fr)] sm:items-center">
            <span className={cx('block pr-3 text-xs', hasDefect(lane) ? 'font-semibold' : 'text-ink-2')}>{called(lane.title)}</span>
            <span className="relative block h-11">
              {lane.spans.map((span, index) => (
                <span
                  key={index}
                  aria-hidden="true"
                  className={cx('absolute top-1/2 h-[3px] -translate-y-1/2 rounded', lines[span.status])}
                  style={{ left: `${place(span.from)}%`, width: `${place(span.to ?? now) - place(span.from)}%` }}
                />
              ))}
              {lane.events.map((event) => (
                <EventMark
                  key={event.eventId}
                  event={event}
                  at={place(event.occurredAt)}
                  pressed={event.eventId === chosen}
                  label={`${called(lane.title)}: ${word('consentState', event.state)}, ${format.dateTime(new Date(event.occurredAt), 'day')}`}
                  onPress={() => onChoose(event)}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const hasDefect = (lane: ConsentLaneView) => lane.events.some((event) => event.defects.length > 0)
