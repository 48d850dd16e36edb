'use client'
import { useFormatter, useTimeZone, useTranslations } from 'next-intl'
import type { Tick } from './axis-ticks.ts'
import { placeOn, type Axis } from './consent-axis.ts'
import { zoneOffset } from './zone-offset.ts'

/** Two labels closer than this, in percent, would run into each other. */
const labelRoom = 12

/** The calendar behind the lanes. For the eye only: each event says its date itself. */
export function TimeRuler({ ticks, axis, now }: { ticks: readonly Tick[]; axis: Axis; now: number }) {
  const t = useTranslations('consent.happened')
  const format = useFormatter()
  const zone = useTimeZone() ?? 'UTC'
  const place = (at: number) => placeOn(at, axis.from, axis.to)
  // A year begins for the reader where the tick stands, whatever hour summer time has moved it to.
  const nominal = ({ at, unit }: Tick) =>
    unit === 'clock'
      ? format.dateTime(at, 'clock')
      : format.dateTime(at + zoneOffset((axis.from + axis.to) / 2, zone), { ...labels[unit], timeZone: 'UTC' })
  const today = now <= axis.to ? place(now) : null
  return (
    <div aria-hidden="true" className="absolute inset-y-0 right-0 left-0 sm:left-32">
      {ticks.map((tick) => (
        <span key={tick.at} className="absolute top-0 bottom-6 w-px bg-line" style={{ left: `${place(tick.at)}%` }}>
          {(today === null || today - place(tick.at) >= labelRoom) && (
            <span className="absolute top-full -translate-x-1/2 pt-1 text-xs whitespace-nowrap text-ink-3">
              {nominal(tick)}
            </span>
          )}
        </span>
      ))}
      {today !== null && (
        <span className="absolute top-0 bottom-6 w-px bg-line-strong" style={{ left: `${today}%` }}>
          <span className="absolute top-full right-0 pt-1 text-xs whitespace-nowrap text-ink-3">{t('today')}</span>
        </span>
      )}
    </div>
  )
}

const labels = {
  year: { year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
} as const
