import { z } from 'zod'
import { auditCodes } from '#domain/audit/codes.ts'
import { parseCaseCode } from '#domain/request/case-code.ts'

const dayMs = 86_400_000

/** The first moment of a day in UTC, epoch ms; null for a day that does not exist. */
export function startOfDay(day: string): number | null {
  const ms = Date.parse(`${day}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? ms : null
}

/** A day as it stands in a URL: `2018-01-31`, UTC. */
export const IsoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
  .refine((day) => startOfDay(day) !== null, { error: 'date' })

/** The epoch ms of a period given in days, both inclusive; the end is the first moment after it. */
export const periodOf = (from: string | null, to: string | null) => ({
  from: from === null ? null : startOfDay(from),
  before: to === null ? null : (startOfDay(to) ?? 0) + dayMs,
})

/** What the auditor's filter can be, as it lives in the URL. `actor` is an id of `LogView.actors`. */
export const LogFilterInput = z.object({
  from: IsoDay.nullable().default(null),
  to: IsoDay.nullable().default(null),
  what: z.enum(auditCodes, { error: 'choose' }).nullable().default(null),
  actor: z.string().max(120).nullable().default(null),
  outcome: z.enum(['ok', 'denied', 'failed'], { error: 'choose' }).nullable().default(null),
  caseCode: z
    .string()
    .max(40)
    .refine((typed) => parseCaseCode(typed) !== null, { error: 'invalid' })
    .transform((typed) => parseCaseCode(typed))
    .nullable()
    .default(null),
})

/** `o` older than, `n` newer than the entry of this time and id. */
const cursorForm = /^([on])\.(\d{1,15})\.([0-9a-f-]{36})$/

export interface LogCursor {
  readonly side: 'older' | 'newer'
  readonly place: { readonly at: number; readonly id: string }
}

/** A cursor as it stands in a URL. */
export const LogCursorInput = z.string().regex(cursorForm, { error: 'invalid' }).nullable().default(null)

/** Reads what {@link writeCursor} wrote; null for null. */
export function readCursor(text: string | null): LogCursor | null {
  const parts = text === null ? null : cursorForm.exec(text)
  if (parts === null) return null
  return { side: parts[1] === 'n' ? 'newer' : 'older', place: { at: Number(parts[2]), id: parts[3] ?? '' } }
}

export const writeCursor = (side: 'older' | 'newer', { at, id }: LogCursor['place']): string =>
  `${side === 'newer' ? 'n' : 'o'}.${at}.${id}`
