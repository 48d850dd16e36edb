import { z } from 'zod'
import { requestKinds, type RequestKind } from '#domain/request/kinds.ts'
import { isCalendarDate, type CalendarDate } from './calendar-date.ts'
import type { Jurisdiction } from './jurisdiction.ts'

/** A length of time as a law writes it. A working day follows the calendar of the person's jurisdiction. */
export interface Span {
  readonly amount: number
  readonly unit: 'day' | 'working_day' | 'month'
}

/** Why an answer may take longer; message key `extension.<reason>`. */
export const extensionReasons = ['complexity', 'number_of_requests', 'person_added_information'] as const
export type ExtensionReason = (typeof extensionReasons)[number]

/** What a clock may wait for; message key `stop.<reason>`. */
export const stopReasons = ['scope', 'caller'] as const
export type StopReason = (typeof stopReasons)[number]

/** What a law says about marking a person as never eligible again, until counsel decided: `undecided`. */
export type MarkAllowed = 'yes' | 'no' | 'undecided'

/** One rule of one law, as dated data (domain.md §6). Codes only: sentences are message keys `law.<code>`. */
export interface LawRow {
  /** Unique in the table; a changed row keeps it. */
  readonly id: string
  readonly jurisdiction: Jurisdiction
  /** The law's code, shared by its rows. */
  readonly law: string
  readonly kinds: readonly RequestKind[] | 'all'
  /** Only requests of this scope; both when absent. */
  readonly scope?: 'account' | 'service'
  readonly acknowledge?: Span
  /** Absent where the row speaks about something else than an answer. */
  readonly answer?: Span
  /** What may be added to `answer`, once; for any reason when `reasons` is absent. */
  readonly extension?: Span & { readonly reasons?: readonly ExtensionReason[] }
  /** `identity`: starts once the identity information that was asked for is in. */
  readonly starts: 'receipt' | 'identity'
  /** What stops the clock, and for which kinds. */
  readonly stops: readonly { readonly reason: StopReason; readonly kinds: readonly RequestKind[] | 'all' }[]
  /** A last day that is no working day rolls forward to the next one. */
  readonly rolls: boolean
  /** Absent where the law says nothing about it. */
  readonly mark?: MarkAllowed
  /** How long a mark may last; no end when absent. */
  readonly markUntil?: Span
  readonly validFrom: CalendarDate
  /** The last day on which it holds. */
  readonly validTo?: CalendarDate
  readonly citation: string
  readonly refusalMustOffer: readonly string[]
  readonly notes: readonly string[]
}

export type LawTable = readonly LawRow[]

const kindList = z.union([z.literal('all'), z.array(z.enum(requestKinds)).min(1)])
const span = z.object({ amount: z.int().min(1).max(3650), unit: z.enum(['day', 'working_day', 'month']) })
const date = z.string().refine(isCalendarDate, { error: 'not_a_date' })
const code = z.string().regex(/^[a-z0-9_.-]{1,80}$/)

const lawRowSchema = z.strictObject({
  id: code,
  jurisdiction: z.string().regex(/^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/),
  law: code,
  kinds: kindList,
  scope: z.enum(['account', 'service']).optional(),
  acknowledge: span.optional(),
  answer: span.optional(),
  extension: span.extend({ reasons: z.array(z.enum(extensionReasons)).optional() }).optional(),
  starts: z.enum(['receipt', 'identity']),
  stops: z.array(z.object({ reason: z.enum(stopReasons), kinds: kindList })),
  rolls: z.boolean(),
  mark: z.enum(['yes', 'no', 'undecided']).optional(),
  markUntil: span.optional(),
  validFrom: date,
  validTo: date.optional(),
  citation: z.string().min(1).max(400),
  refusalMustOffer: z.array(code),
  notes: z.array(code),
})

/**
 * Reads a row as it is stored (JSON, the whole row).
 *
 * @throws RangeError naming the places that can not be read
 */
export function parseLawRow(stored: unknown): LawRow {
  const parsed = lawRowSchema.safeParse(stored)
  if (parsed.success) return parsed.data
  throw new RangeError(`law row: ${parsed.error.issues.map((issue) => issue.path.join('.') || 'row').join(', ')}`)
}
