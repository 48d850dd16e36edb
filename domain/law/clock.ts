import type { RequestKind } from '#domain/request/kinds.ts'
import { addDays, addMonths, type CalendarDate } from './calendar-date.ts'
import { zoneOf, type Jurisdiction } from './jurisdiction.ts'
import type { ExtensionReason, LawRow, Span, StopReason } from './law-row.ts'
import { endOfLocalDay, localDateOf } from './local-day.ts'
import { addWorkingDays, workingDayFrom, type WorkingDayOverride } from './working-days.ts'

/** One step of a reckoning as data; the sentence is the message key `clock.<code>`. */
export interface ExplainLine {
  readonly code: ClockLineCode
  readonly values: Readonly<Record<string, string | number>>
}

export const clockLineCodes = [
  'received', 'starts_with_identity', 'waits_for_identity', 'answer', 'acknowledge', 'extended', 'not_extendable',
  'stopped', 'not_stopped', 'rolled', 'due',
] as const
export type ClockLineCode = (typeof clockLineCodes)[number]

/** What one request's clocks depend on beside the law. Times are epoch ms. */
export interface ClockFacts {
  readonly kind: RequestKind
  readonly receivedAt: number
  /** Identity information was asked for; `completeAt` is null while it is awaited. */
  readonly identity?: { readonly askedAt: number; readonly completeAt: number | null }
  /** Given once, with its reason, before the answer was due. */
  readonly extension?: ExtensionReason | undefined
  /** How long the answer waited for the person, and for what. */
  readonly stopped?: readonly { readonly reason: StopReason; readonly ms: number }[]
  readonly overrides: readonly WorkingDayOverride[]
}

/** One deadline under one row of the law table. */
export interface Clock {
  readonly row: string
  readonly law: string
  readonly citation: string
  readonly jurisdiction: Jurisdiction
  readonly zone: string
  /** The last millisecond of `dueOn` in `zone`. */
  readonly dueAt: number
  readonly dueOn: CalendarDate
  readonly lines: readonly ExplainLine[]
}

const dayMs = 86_400_000

/**
 * The clock of the answer under one row. The day of the event is not counted; a period ends with the last
 * hour of its last day; a month ends on the day of the same number, or the last of the month (Regulation
 * 1182/71, art. 3, taken as the pattern for every law of the table). An extension is counted from the start
 * together with the answer, so that 31 January + 1 + 2 months is 30 April. Stops add whole days, begun days
 * not counted.
 *
 * @returns null where the row speaks about no answer
 */
export function answerClock(row: LawRow, jurisdiction: Jurisdiction, facts: ClockFacts): Clock | null {
  if (row.answer === undefined) return null
  const place = { jurisdiction, overrides: facts.overrides }
  const zone = zoneOf(jurisdiction)
  const start = startOf(row, facts, zone)
  const lines = [...start.lines, line('answer', { ...row.answer, calendar: jurisdiction, zone })]
  const granted = extensionOf(row, facts)
  if (facts.extension !== undefined) {
    const reason = facts.extension
    lines.push(granted === null ? line('not_extendable', { reason }) : line('extended', { ...granted, reason }))
  }
  const spans = granted === null ? [row.answer] : together(row.answer, granted)
  let dueOn = spans.reduce((day, span) => addSpan(day, span, place), start.date)
  for (const stop of facts.stopped ?? []) {
    const wholeDays = Math.floor(stop.ms / dayMs)
    const counts = row.stops.some((may) => may.reason === stop.reason && covers(may.kinds, facts.kind))
    if (counts) dueOn = addDays(dueOn, wholeDays)
    lines.push(line(counts ? 'stopped' : 'not_stopped', { days: wholeDays, reason: stop.reason }))
  }
  // A count of working days that a stop moved onto a day off falls back to the working day before: never
  // later.
  if (row.answer.unit === 'working_day') dueOn = workingDayFrom(dueOn, -1, jurisdiction, facts.overrides)
  return ended(row, place, dueOn, lines)
}

/**
 * The clock of the acknowledgement under one row, from receipt, which nothing stops; null where none is asked
 * for.
 */
export function acknowledgeClock(row: LawRow, jurisdiction: Jurisdiction, facts: ClockFacts): Clock | null {
  if (row.acknowledge === undefined) return null
  const place = { jurisdiction, overrides: facts.overrides }
  const zone = zoneOf(jurisdiction)
  const date = localDateOf(facts.receivedAt, zone)
  const lines = [
    line('received', { date, zone }),
    line('acknowledge', { ...row.acknowledge, calendar: jurisdiction, zone }),
  ]
  return ended(row, place, addSpan(date, row.acknowledge, place), lines)
}

interface Place {
  readonly jurisdiction: Jurisdiction
  readonly overrides: readonly WorkingDayOverride[]
}

const line = (code: ClockLineCode, values: ExplainLine['values']): ExplainLine => ({ code, values })
const covers = (kinds: readonly RequestKind[] | 'all', kind: RequestKind) => kinds === 'all' || kinds.includes(kind)

/**
 * The day from which the clock runs. While identity is awaited, the day of receipt: the earliest it can
 * become.
 */
function startOf(row: LawRow, facts: ClockFacts, zone: string): { date: CalendarDate; lines: ExplainLine[] } {
  const received = localDateOf(facts.receivedAt, zone)
  const lines = [line('received', { date: received, zone })]
  if (row.starts !== 'identity' || facts.identity === undefined) return { date: received, lines }
  const { completeAt } = facts.identity
  if (completeAt === null) return { date: received, lines: [...lines, line('waits_for_identity', {})] }
  const complete = localDateOf(Math.max(completeAt, facts.receivedAt), zone)
  return { date: complete, lines: [...lines, line('starts_with_identity', { date: complete })] }
}

function extensionOf(row: LawRow, facts: ClockFacts): Span | null {
  if (facts.extension === undefined || row.extension === undefined) return null
  const { reasons, amount, unit } = row.extension
  return reasons === undefined || reasons.includes(facts.extension) ? { amount, unit } : null
}

const together = (answer: Span, more: Span): Span[] =>
  answer.unit === more.unit ? [{ unit: answer.unit, amount: answer.amount + more.amount }] : [answer, more]

function addSpan(from: CalendarDate, span: Span, place: Place): CalendarDate {
  if (span.unit === 'month') return addMonths(from, span.amount)
  if (span.unit === 'day') return addDays(from, span.amount)
  return addWorkingDays(from, span.amount, place.jurisdiction, place.overrides)
}

function ended(row: LawRow, place: Place, lastDay: CalendarDate, lines: readonly ExplainLine[]): Clock {
  const zone = zoneOf(place.jurisdiction)
  const dueOn = row.rolls ? workingDayFrom(lastDay, 1, place.jurisdiction, place.overrides) : lastDay
  const rolled = { from: lastDay, to: dueOn, calendar: place.jurisdiction }
  return {
    row: row.id, law: row.law, citation: row.citation, jurisdiction: place.jurisdiction, zone, dueOn,
    dueAt: endOfLocalDay(dueOn, zone),
    lines: [...lines, ...(dueOn === lastDay ? [] : [line('rolled', rolled)]), line('due', { date: dueOn, zone })],
  }
}
