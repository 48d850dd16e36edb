'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { isBareDate } from '#domain/reader/bare-date.ts'
import type { ConsentEventView, ConsentLaneView, NoticeView } from '#usecases/views/consent.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'
import { BunchMark } from './bunch-mark.tsx'
import { placeOn, type Axis } from './consent-axis.ts'
import { EventMark } from './event-mark.tsx'
import type { Bunch, Fan, Fanned } from './fan-out.ts'
import { useHowShown } from './use-how-shown.ts'

const lines = {
  valid: 'bg-good',
  flagged: 'bg-[repeating-linear-gradient(90deg,var(--bad)_0_2px,transparent_2px_6px)]',
  void: 'bg-[repeating-linear-gradient(90deg,var(--ink-3)_0_2px,transparent_2px_6px)]',
  ended: 'bg-line-strong',
} as const

/** Height of a lane with one row, and of each row more, px. */
const laneHeight = 44
const rowHeight = 30

/** One purpose over time: how it stood as a line, and its events on and below it. */
export function ConsentLane({
  lane, fan, notices, axis, now, focus, onFocus, onChoose, onLook,
}: {
  lane: ConsentLaneView
  fan: Fan
  notices: readonly NoticeView[]
  axis: Axis
  now: number
  /** Where Tab enters the timeline, what is to have the focus now, and what is shown below. */
  focus: { entry: string | null; wanted: string | null; chosen: string | null }
  onFocus: (id: string) => void
  onChoose: (event: ConsentEventView) => void
  onLook: (bunch: Bunch) => void
}) {
  const t = useTranslations('consent.happened')
  const { called, word } = useWords()
  const format = useFormatter()
  const howShown = useHowShown(notices)
  const purpose = called(lane.title)
  const defective = lane.events.some((event) => event.defects.length > 0)
  const place = (at: number) => placeOn(at, axis.from, axis.to)
  const named = (event: ConsentEventView) => {
    const date = format.dateTime(event.occurredAt, isBareDate(event.occurredAt) ? 'calendarDay' : 'day')
    const text = { purpose, state: word('consentState', event.state), date, how: howShown(event) }
    const [defect] = event.defects
    return defect === undefined ? t('mark', text) : t('markBad', { ...text, defect: word('defectShort', defect.code) })
  }
  const labelled = withRoom(fan.marks.filter((mark) => (eventOf(lane, mark)?.defects.length ?? 0) > 0))
  return (
    <li className="sm:grid sm:grid-cols-[8rem_minmax(0,1fr)]">
      <span className={cx('flex items-center pr-3 text-xs sm:min-h-11 sm:self-start', defective ? 'font-semibold' : 'text-ink-2')}>
        {purpose}
      </span>
      <span className="relative block" style={{ height: laneHeight + (fan.rows - 1) * rowHeight }}>
        {lane.spans.filter((span) => span.from < axis.to && (span.to ?? now) > axis.from).map((span) => (
          <span
            key={span.from}
            aria-hidden="true"
            className={cx('absolute h-[3px] -translate-y-1/2 rounded', lines[span.status])}
            style={{
              top: laneHeight / 2,
              left: `${place(span.from)}%`,
              width: `${place(span.to ?? now) - place(span.from)}%`,
            }}
          />
        ))}
        {fan.marks.map((mark) => {
          const event = eventOf(lane, mark)
          return event === undefined ? null : (
            <EventMark
              key={mark.id}
              event={event}
              at={mark.place}
              below={mark.row * rowHeight}
              pressed={mark.id === focus.chosen}
              inTabOrder={mark.id === focus.entry}
              wanted={mark.id === focus.wanted}
              name={named(event)}
              labelled={labelled.has(mark.id)}
              onFocus={() => onFocus(mark.id)}
              onPress={() => onChoose(event)}
            />
          )
        })}
        {fan.bunches.map((bunch) => (
          <BunchMark
            key={bunch.ids[0]}
            bunch={bunch}
            purpose={purpose}
            inTabOrder={bunch.ids[0] === focus.entry}
            wanted={focus.wanted !== null && bunch.ids.includes(focus.wanted)}
            bad={lane.events.some((event) => event.defects.length > 0 && bunch.ids.includes(event.eventId))}
            onFocus={() => onFocus(bunch.ids[0] ?? '')}
            onPress={() => onLook(bunch)}
          />
        ))}
      </span>
    </li>
  )
}

const eventOf = (lane: ConsentLaneView, { id }: Fanned) => lane.events.find((event) => event.eventId === id)

/** The marks whose defect can be written above them: on the line itself, and not into the label before. */
function withRoom(marks: readonly Fanned[], width = 30): ReadonlySet<string> {
  let until = -Infinity
  const named = new Set<string>()
  for (const { id, place, row } of marks) {
    const from = place > 60 ? place - width : place
    if (row > 0 || from < until) continue
    named.add(id)
    until = from + width
  }
  return named
}
