'use client'
import { useFormatter } from 'next-intl'
import { isBareDate } from '#domain/reader/bare-date.ts'
import type { formats } from '#domain/reader/formats.ts'

type Format = keyof (typeof formats)['dateTime']

const calendarOf: Partial<Record<Format, Format>> = { day: 'calendarDay', mediumDay: 'calendarMediumDay' }

/**
 * A moment in the reader's own time, with the machine-readable one behind it. Exact midnight UTC is how a bare date is
 * kept: as a day it stays that date, also for a reader west of Greenwich.
 */
export function Moment({ at, format = 'moment' }: { at: number; format?: Format }) {
  const formatter = useFormatter()
  const date = new Date(at)
  const shown = isBareDate(at) ? (calendarOf[format] ?? format) : format
  return <time dateTime={date.toISOString()}>{formatter.dateTime(date, shown)}</time>
}

/** The day, and below it the time of day where there is one. */
export function DayAndClock({ at }: { at: number }) {
  return (
    <>
      <Moment at={at} format="mediumDay" />
      {!isBareDate(at) && (
        <span className="block text-xs text-ink-2">
          <Moment at={at} format="clock" />
        </span>
      )}
    </>
  )
}
