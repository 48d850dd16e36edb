/** A day in some calendar, without a zone: `YYYY-MM-DD`. Compares as text. */
export type CalendarDate = string

const dayMs = 86_400_000
const asUtc = (date: CalendarDate) => Date.parse(`${date}T00:00:00.000Z`)
const asDate = (utc: number): CalendarDate => new Date(utc).toISOString().slice(0, 10)

/** Whether a text is a day that exists (`2026-02-30` does not). */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const utc = asUtc(text)
  return !Number.isNaN(utc) && asDate(utc) === text
}

/** The day so many days later; earlier when negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => asDate(asUtc(date) + days * dayMs)

/**
 * The day with the same number so many months later, or the last day of that month when it has no such day
 * (Regulation (EEC, Euratom) 1182/71, art. 3(2)(c)): 31 January + 1 month is 28 or 29 February.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return asDate(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: CalendarDate): number => new Date(asUtc(date)).getUTCDay()
