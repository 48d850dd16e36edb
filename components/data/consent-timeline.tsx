'use client'
import { useState, type KeyboardEvent } from 'react'
import { useFormatter, useTimeZone, useTranslations } from 'next-intl'
import type { ConsentEventView, ConsentLaneView, NoticeView } from '#usecases/views/consent.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { axisTicks } from './axis-ticks.ts'
import { axisAround, axisOf, placeOn, type Axis } from './consent-axis.ts'
import { ConsentLane } from './consent-lane.tsx'
import { fanOut, type Bunch } from './fan-out.ts'
import { TimeRuler } from './time-ruler.tsx'
import { nextStop, type Stop } from './timeline-keys.ts'
import { zoneOffset } from './zone-offset.ts'

/** A mark takes 28 px of a lane that has at least about 300: closer than this, in percent, marks would touch. */
const scale = { gap: 9, mostRows: 4 }

/** A stretch shorter than this is named with its minutes. */
const days = 3 * 86_400_000
const minutes = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const wholeDays = { day: 'numeric', month: 'short', year: 'numeric' } as const

/**
 * One lane for each purpose on a real time axis: no event is moved in time, those that are close stand below each
 * other, and too many become one mark that leads to a closer look. One stop for Tab; arrows go from event to event.
 */
export function ConsentTimeline({
  lanes, notices, now, chosen, onChoose,
}: {
  lanes: readonly ConsentLaneView[]
  notices: readonly NoticeView[]
  now: number
  chosen: string | null
  onChoose: (event: ConsentEventView) => void
}) {
  const t = useTranslations('consent.happened')
  const format = useFormatter()
  const zone = useTimeZone() ?? 'UTC'
  const [closer, setCloser] = useState<Axis | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const axis = closer ?? axisOf(lanes.flatMap((lane) => lane.events.map((event) => event.occurredAt)), now)
  const place = (at: number) => placeOn(at, axis.from, axis.to)
  const fans = lanes.map((lane) => fanOut(shownOn(axis, lane), place, scale))
  const stops = fans.flatMap(({ marks, bunches }, lane): Stop[] => [
    ...marks.map(({ id, at }) => ({ id, at, lane })),
    ...bunches.map(({ ids, from }) => ({ id: ids[0] ?? '', at: from, lane })),
  ])
  const entry = [stop, chosen].find((id) => stops.some((one) => one.id === id)) ?? stops[0]?.id ?? null

  function look(bunch: Bunch) {
    setCloser(axisAround(bunch.from, bunch.to))
    setWanted(bunch.ids[0] ?? null)
  }
  function lookAtAll() {
    setCloser(null)
    setWanted(entry)
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : nextStop(stops, entry, event.key)
    if (next === null) return
    event.preventDefault()
    setWanted(next)
  }
  useShortcut('Escape', t('wholeTime'), lookAtAll, closer !== null)

  return (
    <div className="grid grid-cols-1 gap-2">
      {closer !== null && (
        <p role="status" className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-ink-2">
          {t('closer', { range: format.dateTimeRange(closer.from, closer.to, closer.to - closer.from < days ? minutes : wholeDays) })}
          <button type="button" className="link min-h-6" onClick={lookAtAll}>
            {t('wholeTime')}
          </button>
        </p>
      )}
      <div role="group" aria-label={t('axis')} aria-describedby="timeline-keys" className="relative" onKeyDown={onKeyDown}>
        <TimeRuler ticks={axisTicks(axis, zoneOffset((axis.from + axis.to) / 2, zone))} axis={axis} now={now} />
        <ul className="relative grid gap-1 pb-7">
          {lanes.map((lane, index) => (
            <ConsentLane
              key={lane.purpose}
              lane={lane}
              fan={fans[index] ?? { marks: [], bunches: [], rows: 1 }}
              notices={notices}
              axis={axis}
              now={now}
              focus={{ entry, wanted, chosen }}
              onFocus={(id) => {
                setStop(id)
                setWanted(null)
              }}
              onChoose={onChoose}
              onLook={look}
            />
          ))}
        </ul>
      </div>
      <p id="timeline-keys" className="sr-only">
        {t('arrows')}
      </p>
    </div>
  )
}

const shownOn = ({ from, to }: Axis, lane: ConsentLaneView) =>
  lane.events
    .filter((event) => event.occurredAt >= from && event.occurredAt <= to)
    .map(({ eventId: id, occurredAt: at }) => ({ id, at }))
