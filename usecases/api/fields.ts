import { z } from 'zod'
import { isCalendarDate } from '#domain/law/calendar-date.ts'
import { identifierTypes, normaliseIdentifier } from '#domain/subject/identifier.ts'

/**
 * Values as machine clients write them (interface book, HTTP API). The OpenAPI document is printed from these same
 * schemas; the codes they name as errors go into `errors[]`, never the value.
 */

/** The operator's own id of an account, byte for byte. */
export const ExternalId = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => normaliseIdentifier('account_id', text).ok, { error: 'not_text' })
  .describe('The account’s id in the operator’s account system, byte for byte.')

export const ServiceKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'wrong_format' })
  .describe('A service’s key, such as credit_scoring.')

/** RFC 3339 with an offset → epoch ms. */
export const Moment = z.iso
  .datetime({ offset: true, error: 'not_a_time' })
  .transform((text) => Date.parse(text))
  .describe('A moment as RFC 3339 writes it, with Z or an offset.')

/** A date (its first moment in UTC) or a moment → epoch ms. */
export const DayOrMoment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'not_a_time' })
  .transform((text) => Date.parse(text))
  .describe('A date, or a moment as RFC 3339 writes it.')

/** A day of the calendar, YYYY-MM-DD. */
export const Day = z.iso.date({ error: 'not_a_date' }).refine(isCalendarDate, { error: 'not_a_date' })

const written = {
  type: z.enum(identifierTypes),
  value: z.string().max(400, { error: 'too_long' }),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, { error: 'country_unknown' })
    .optional()
    .describe('ISO 3166-1 alpha-2; needed for a national id without its country.'),
}

/** An identifier as the gate takes it: a phone must say its own country (formats book, normalised identifier). */
export const BroughtIdentifier = z.strictObject(written).transform(({ type, value, country }, context) => {
  const normalised = normaliseIdentifier(type, value, {
    requirePlus: true,
    // A phone names its own country; another one beside it would change nothing.
    ...(country === undefined || type === 'phone' ? {} : { country }),
  })
  if (normalised.ok) return { type, normalised: normalised.value }
  context.addIssue({ code: 'custom', message: normalised.reason, path: ['value'], input: '' })
  return z.NEVER
})

/** An identifier as it is sent for storing: normalised later, when the person's country is known. */
export const WrittenIdentifier = z.strictObject({ ...written, type: z.enum(['phone', 'email', 'national_id']) })
