import { cellText, type Cell } from './cell.ts'

const worded = /^(\d{1,4})\s*(years?|months?|days?)$/
const iso = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** A period as an ISO 8601 duration (`P10Y`, `P1Y6M`), from that or from words (`10 years`); null for neither. */
export function parsePeriod(text: string): string | null {
  const words = worded.exec(text.trim())
  if (words) return `P${Number(words[1])}${words[2]?.charAt(0).toUpperCase()}`
  return iso.test(text.trim()) ? text.trim() : null
}

/**
 * The first day on which a row kept `period` from `date` need not be kept any more, `YYYY-MM-DD`. Calendar
 * arithmetic without a zone: retention runs in years, and a system's dates seldom carry one. 29 February
 * and its like go to the first of the next month, so that nothing is erased a day early.
 *
 * @param date  as the system holds it: a text that begins with an ISO date, or epoch seconds or milliseconds
 * @returns null where the date can not be read: then nobody knows the end, and the row stays
 */
export function keptUntil(date: Cell, period: string): string | null {
  const start = dayOf(date)
  const parts = iso.exec(period)
  if (start === null || parts === null) return null
  const [years, months, days] = [Number(parts[1] ?? 0), Number(parts[2] ?? 0), Number(parts[3] ?? 0)]
  const moved = new Date(Date.UTC(start.year + years, start.month + months, start.day))
  moved.setUTCDate(moved.getUTCDate() + days)
  return Number.isNaN(moved.getTime()) ? null : isoDay(moved.getTime())
}

/** The day of an instant in UTC, `YYYY-MM-DD`. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function dayOf(date: Cell): { year: number; month: number; day: number } | null {
  const text = cellText(date)
  if (text === null) return null
  const written = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (written) return { year: Number(written[1]), month: Number(written[2]) - 1, day: Number(written[3]) }
  if (!/^\d{9,13}$/.test(text)) return null
  // Twelve digits and more are milliseconds: as seconds they would lie beyond the year 5000.
  const at = new Date(Number(text) * (text.length >= 12 ? 1 : 1000))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() }
}
