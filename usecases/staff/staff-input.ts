import { z } from 'zod'
import { roles } from '#domain/access/actor-kinds.ts'
import { normaliseEmail } from '#domain/subject/email.ts'

/** An e-mail of staff, in the form that sign-in compares. */
export const StaffEmail = z.string().transform((typed, context) => {
  const email = normaliseEmail(typed)
  if (email.ok) return email.value
  context.addIssue({ code: 'custom', message: 'email' })
  return z.NEVER
})

/** A personnel number: two log-ins of one human carry the same one (formats book, *a human*). */
export const HumanRef = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(40, { error: 'too_long' })
  .regex(/^[\p{L}\p{N}._-]+$/u, { error: 'invalid' })

/** NIST SP 800-63B-4 §3.1.1.2: length is what counts; nothing is demanded of the characters. */
export const NewPassword = z.string().min(12, { error: 'password_short' }).max(1_024, { error: 'too_long' })

export const StaffRole = z.enum(roles, { error: 'choose' })

/** The reference of somebody for whom none was given: what stands before the @. */
export const humanRefFrom = (email: string): string =>
  email.slice(0, email.lastIndexOf('@')).replace(/[^\p{L}\p{N}._-]/gu, '.').slice(0, 40)
