import { acknowledgeClock, answerClock, type Clock, type ClockFacts, type ExplainLine } from './clock.ts'
import { anywhere, type Jurisdiction } from './jurisdiction.ts'
import type { ExtensionReason, LawTable } from './law-row.ts'
import { lawVersion, rowsFor } from './law-table.ts'

export type { Clock, ClockFacts, ExplainLine } from './clock.ts'

/** What `dueFor` asks for beside the facts of the clocks. */
export interface DueQuestion extends ClockFacts {
  /** Every place whose law protects the person; none is *anywhere*. */
  readonly jurisdictions: readonly Jurisdiction[]
  readonly scope?: 'account' | 'service'
  readonly table: LawTable
}

/** When a request has to be answered, and why. Times are epoch ms. */
export interface Due {
  readonly dueAt: number
  /** The earliest time by which receipt has to be confirmed; null where no law asks for it. */
  readonly acknowledgeAt: number | null
  /** Code of the law whose clock ends first. */
  readonly law: string
  /** How that clock was reckoned, line by line. */
  readonly lines: readonly ExplainLine[]
  /** Every clock that runs, the earliest first. */
  readonly clocks: readonly Clock[]
  readonly acknowledgeClocks: readonly Clock[]
  /** The version of the table, which the request keeps. */
  readonly lawVersion: string
}

// By name where two end together, so that the order in which places are given changes nothing.
const earliestFirst = (a: Clock, b: Clock) => a.dueAt - b.dueAt || (nameOf(a) < nameOf(b) ? -1 : 1)
const nameOf = (clock: Clock) => `${clock.row} ${clock.jurisdiction}`

/**
 * The date by which a request has to be answered: where several laws apply, the earliest deadline wins.
 *
 * @throws RangeError when the table has neither a row for the place nor a fallback
 */
export function dueFor(question: DueQuestion): Due {
  const places = [...new Set(question.jurisdictions.length > 0 ? question.jurisdictions : [anywhere])]
  const found = places.flatMap((place) =>
    rowsFor(place, question.kind, question.receivedAt, question.table, question.scope).map((row) => ({ place, row })),
  )
  const clocks = found.flatMap(({ place, row }) => answerClock(row, place, question) ?? []).sort(earliestFirst)
  const acknowledgeClocks = found
    .flatMap(({ place, row }) => acknowledgeClock(row, place, question) ?? [])
    .sort(earliestFirst)
  const [first] = clocks
  if (first === undefined) throw new RangeError('the law table has no row that answers')
  return {
    dueAt: first.dueAt,
    acknowledgeAt: acknowledgeClocks[0]?.dueAt ?? null,
    law: first.law,
    lines: first.lines,
    clocks,
    acknowledgeClocks,
    lawVersion: lawVersion(question.table),
  }
}

/**
 * The date to which an answer may be extended for this reason, in epoch ms; null where the law that ends
 * first grants no more time for it. The person has to be told before the date that holds without it.
 */
export function extensionUntil(question: DueQuestion, reason: ExtensionReason): number | null {
  const now = dueFor({ ...question, extension: undefined }).dueAt
  const extended = dueFor({ ...question, extension: reason }).dueAt
  return extended > now ? extended : null
}
