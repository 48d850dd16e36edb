/**
 * The closed set of ways a command or query can end other than well. Each is mapped once to HTTP
 * (server/http/problem.ts) and once to a form result (server/next/action.ts).
 */
export type AppErrorCode =
  | 'invalid_input'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'precondition_failed'
  | 'unavailable'

/** What a refusal was about, for the entry that records it: ids and codes only. */
export interface ErrorAbout {
  readonly case?: string | undefined
  readonly call?: string | undefined
  readonly subjects?: readonly string[]
}

/** Field path → reason code (a key below `errors.` in the message files). */
export type FieldFaults = Readonly<Record<string, string>>

/** Whether something carries a brand, whichever copy of a class made it (see AppError). */
export const isBranded = (value: unknown, by: symbol): boolean =>
  typeof value === 'object' && value !== null && by in value

/** The same symbol in every copy of this module. */
const brand: unique symbol = Symbol.for('rightsdesk.AppError')

/**
 * An expected failure. `reason` is a code, never text about a person: sentences live in the message files,
 * and a code can go to a log, a problem document and a form alike.
 *
 * `instanceof` goes by a brand: the web build carries this module once for pages and once for API routes, and the
 * one container of the process throws the copy of whoever opened it first.
 */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== AppError) return super[Symbol.hasInstance](value)
    return isBranded(value, brand)
  }

  readonly [brand] = true
  readonly code: AppErrorCode
  readonly reason: string
  readonly fields: FieldFaults
  readonly about: ErrorAbout
  /** Seconds to wait before trying again, where that is known. */
  readonly retryAfter: number | undefined

  constructor(
    code: AppErrorCode,
    reason: string,
    more: { fields?: FieldFaults; about?: ErrorAbout; retryAfter?: number } = {},
  ) {
    super(`${code}: ${reason}`)
    this.name = 'AppError'
    this.code = code
    this.reason = reason
    this.fields = more.fields ?? {}
    this.about = more.about ?? {}
    this.retryAfter = more.retryAfter
  }
}

/** The input can not be read or breaks a rule of its own; `fields` says where. */
export const invalidInput = (reason: string, fields: FieldFaults = {}) =>
  new AppError('invalid_input', reason, { fields })

/** The actor may not do this, now or ever. */
export const notAllowed = (reason: string, about: ErrorAbout = {}) => new AppError('not_allowed', reason, { about })

/** There is no such thing, or the actor may not learn that there is. */
export const notFound = (reason: string) => new AppError('not_found', reason)

/** Somebody else changed it first, or the same thing was done already. */
export const conflict = (reason: string, about: ErrorAbout = {}) => new AppError('conflict', reason, { about })

/** A rule of the domain does not allow it in the present state. */
export const preconditionFailed = (reason: string, about: ErrorAbout = {}) =>
  new AppError('precondition_failed', reason, { about })

/** Something that is needed can not be reached or is overloaded; trying again later may work. */
export const unavailable = (reason: string, retryAfter?: number) =>
  new AppError('unavailable', reason, retryAfter === undefined ? {} : { retryAfter })
