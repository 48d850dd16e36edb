import { isCalendarDate } from '#domain/law/calendar-date.ts'
import type { IdentifierFault } from '#domain/subject/identifier.ts'
import type { RowReason } from './row-reasons.ts'

/** The cells of one row by column name; a column that the file does not have is an empty cell. */
export type Cells = Readonly<Record<string, string>>

/** A cell that was read, or why it can not be. Empty cells are the caller's matter. */
export type ReadCell<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: RowReason }

const bad = (reason: RowReason): { ok: false; reason: RowReason } => ({ ok: false, reason })

/** A cell without the white space around it; '' when the file does not have it. */
export const cell = (cells: Cells, name: string): string => (cells[name] ?? '').trim()

/** The reason code of an identifier's fault, as rejects files write it. */
export const identifierReason = (fault: IdentifierFault): RowReason => fault.replaceAll('_', '-') as RowReason

/** Text that somebody wrote: a name, a title. Any script, emoji too; no control characters. */
export function readText(text: string, maxLength: number): ReadCell<string> {
  if (text.length > maxLength) return bad('too-long')
  if (/[\p{Surrogate}\p{Cc}]/u.test(text)) return bad('not-text')
  return { ok: true, value: text }
}

/** A calendar date, `YYYY-MM-DD`, that is not after `now` (by more than the world's zones differ). */
export function readPastDate(text: string, now: number): ReadCell<string> {
  if (!isCalendarDate(text)) return bad('not-a-date')
  return Date.parse(`${text}T00:00:00Z`) > now + dayMs ? bad('in-the-future') : { ok: true, value: text }
}

const dayMs = 86_400_000
const time = /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/**
 * A moment: RFC 3339 with an offset, or a date, which is its first moment in UTC. Epoch ms. Times without an offset
 * are refused: nobody could say later which hour was meant.
 */
export function readMoment(text: string): ReadCell<number> {
  if (isCalendarDate(text)) return { ok: true, value: Date.parse(`${text}T00:00:00Z`) }
  const date = time.exec(text)?.[1]
  if (date === undefined || !isCalendarDate(date)) return bad('not-a-time')
  return { ok: true, value: Date.parse(text.toUpperCase().replace(' ', 'T')) }
}

/** A language tag (BCP 47) in its canonical writing. */
export function readLocale(text: string): ReadCell<string> {
  try {
    const [locale] = Intl.getCanonicalLocales(text.replaceAll('_', '-'))
    return locale === undefined || locale.length > 35 ? bad('locale-unknown') : { ok: true, value: locale }
  } catch {
    return bad('locale-unknown')
  }
}
