import { addDays, type CalendarDate } from './calendar-date.ts'

const hourMs = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/**
 * The day on the wall calendar of a zone at an instant.
 *
 * @param at epoch ms
 * @param zone IANA name; a RangeError says it is unknown
 */
export function localDateOf(at: number, zone: string): CalendarDate {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatFor(zone).formatToParts(at)) parts[type] = value
  return `${(parts.year ?? '').padStart(4, '0')}-${parts.month}-${parts.day}`
}

/**
 * The last millisecond of a local day. A period that is expressed in days ends with the expiry of the last
 * hour of its last day (Regulation 1182/71, art. 3(2)(b)), so that is where every deadline lies.
 *
 * Asks the zone rather than adding 24 hours, since days of 23 and 25 hours, midnights that do not exist
 * (Beirut) and whole days that do not (Samoa, 30 December 2011: the end of the day before is given) are all
 * real.
 */
export function endOfLocalDay(date: CalendarDate, zone: string): number {
  // No zone is more than 14 hours ahead of UTC or 12 behind, so the end lies within these thirty hours.
  let last = Date.parse(`${addDays(date, 1)}T00:00:00.000Z`) + 15 * hourMs
  while (localDateOf(last, zone) > date) last -= hourMs
  let after = last + hourMs
  while (after - last > 1) {
    const middle = Math.floor((last + after) / 2)
    if (localDateOf(middle, zone) > date) after = middle
    else last = middle
  }
  return last
}
