'use client'
import { useFormatter } from 'next-intl'
import { isBareDate, isEndOfBareDate } from '#domain/reader/bare-date.ts'
import type { formats } from '#domain/reader/formats.ts'

type Format = keyof (typeof formats)['dateTime']

const calendarOf: Partial<Record<Format, Format>> = { day: 'calendarDay', mediumDay: 'calendarMediumDay' }

/**
 * A moment in the reader's own time, with the machine-readable one behind it. Exact midnight UTC is how a bare date is
 * kept, and its last millisecond how the last day of a span is: as days they stay those dates, wherever the reader is.
 */
export function Moment({ at, format = 'moment' }: { at: number; format?: Format }) {
  const formatter = useFormatter()
  const date = new Date(at)
  return <time dateTime={date.toISOString()}>{formatter.dateTime(date, formatOf(at, format))}</time>
}

const formatOf = (at: number, format: Format): Format =>
  isBareDate(at) || isEndOfBareDate(at) ? (calendarOf[format] ?? format) : format

/** A day inside a sentence, as `Moment` shows it. */
export function useDay(): (at: number) => string {
  const formatter = useFormatter()
  return (at) => formatter.dateTime(new Date(at), formatOf(at, 'mediumDay'))
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
