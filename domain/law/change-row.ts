import type { CalendarDate } from './calendar-date.ts'
import type { LawRow, MarkAllowed, Span } from './law-row.ts'

/** What of a row may be changed; all else is what the row is about. A null is what the law does not say. */
export interface LawChange {
  readonly answer: Span
  readonly acknowledge: Span | null
  readonly extension: Span | null
  readonly rolls: boolean
  readonly mark: MarkAllowed | null
  readonly markUntil: Span | null
  readonly validFrom: CalendarDate
  /** The last day on which it holds; null without an end. */
  readonly validTo: CalendarDate | null
  readonly citation: string
}

/** A row with other figures from a day on: whom it protects, what it is about and when its clock stops stay. */
export function changedRow(row: LawRow, change: LawChange): LawRow {
  const { id, jurisdiction, law, kinds, starts, stops, refusalMustOffer } = row
  const { answer, acknowledge, extension, rolls, mark, markUntil, validFrom, validTo, citation } = change
  const reasons = row.extension?.reasons
  return {
    id, jurisdiction, law, kinds, starts, stops, refusalMustOffer, answer, rolls, validFrom, citation,
    // The figures are this operator's own now.
    notes: row.notes.filter((note) => note !== 'copy_of_fallback'),
    ...(row.scope === undefined ? {} : { scope: row.scope }),
    ...(acknowledge === null ? {} : { acknowledge }),
    ...(extension === null ? {} : { extension: reasons === undefined ? extension : { ...extension, reasons } }),
    ...(mark === null ? {} : { mark }),
    ...(markUntil === null ? {} : { markUntil }),
    ...(validTo === null ? {} : { validTo }),
  }
}
