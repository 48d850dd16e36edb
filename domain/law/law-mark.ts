import { addDays, addMonths } from './calendar-date.ts'
import { anywhere, zoneOf, type Jurisdiction } from './jurisdiction.ts'
import type { LawTable, MarkAllowed, Span } from './law-row.ts'
import { markRowsFor } from './law-table.ts'
import { endOfLocalDay, localDateOf } from './local-day.ts'

/**
 * What the laws that protect a person say together about a mark. `until` is epoch ms, absent without an end.
 */
export interface LawMark {
  readonly mark: MarkAllowed
  readonly until?: number
  /** Ids of the rows it follows from. */
  readonly rows: readonly string[]
}

/**
 * Whether a person may be marked. Where several laws protect them, the one that protects most wins: a *no*
 * beats *undecided*, which beats *yes*; and the earliest end counts.
 *
 * @param at epoch ms of the mark
 */
export function lawMarkFor(jurisdictions: readonly Jurisdiction[], at: number, table: LawTable): LawMark {
  const places = jurisdictions.length > 0 ? jurisdictions : [anywhere]
  const found = places.flatMap((place) => markRowsFor(place, at, table).map((row) => ({ place, row })))
  const rows = [...new Set(found.map(({ row }) => row.id))]
  if (found.some(({ row }) => row.mark === 'no')) return { mark: 'no', rows }
  // Nothing that speaks at all is nobody's permission.
  if (found.length === 0 || found.some(({ row }) => row.mark !== 'yes')) return { mark: 'undecided', rows }
  const ends = found.flatMap(({ place, row }) => (row.markUntil === undefined ? [] : [endOf(row.markUntil, at, place)]))
  return ends.length > 0 ? { mark: 'yes', until: Math.min(...ends), rows } : { mark: 'yes', rows }
}

/** A mark's end is counted in months or plain days, whatever the calendar. */
function endOf(span: Span, at: number, place: Jurisdiction): number {
  const zone = zoneOf(place)
  const from = localDateOf(at, zone)
  return endOfLocalDay(span.unit === 'month' ? addMonths(from, span.amount) : addDays(from, span.amount), zone)
}
