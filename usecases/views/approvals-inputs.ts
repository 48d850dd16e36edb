import { z } from 'zod'
import { groundCodes } from './ground-codes.ts'

// What a decision sends back, as its forms judge it before the command does.

const onCase = { caseCode: z.string().length(9), version: z.int().min(1) }

export const approveInput = z
  .object({
    ...onCase,
    planHash: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
    /** The last five characters of the case code, typed. */
    confirm: z.string().trim().toUpperCase().min(1, { error: 'required' }).max(9),
    /** For an objection. */
    answer: z.object({ upheld: z.boolean(), remedies: z.array(z.string()) }).nullable(),
  })
  .refine((input) => input.confirm === input.caseCode.slice(-5), { path: ['confirm'], error: 'confirm' })
export type ApproveInput = z.output<typeof approveInput>

export const returnInput = z.object({
  ...onCase,
  toStaffId: z.string().min(1, { error: 'choose' }),
  question: z.string().trim().min(3, { error: 'too_short' }).max(2000, { error: 'too_long' }),
})
export type ReturnInput = z.output<typeof returnInput>

export const rejectInput = z.object({
  ...onCase,
  code: z.string().min(1, { error: 'choose' }),
  ground: z.enum(groundCodes, { error: 'choose' }),
  text: z.string().trim().min(3, { error: 'text_missing' }).max(2000, { error: 'too_long' }),
})
export type RejectInput = z.output<typeof rejectInput>

export const placeHoldInput = z.object({
  caseCode: onCase.caseCode,
  covers: z.enum(['everything', 'service'], { error: 'choose' }),
  basis: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
  /** `YYYY-MM-DD`. */
  reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
})
export type PlaceHoldInput = z.output<typeof placeHoldInput>

export const liftHoldInput = z.object({
  caseCode: onCase.caseCode,
  holdRef: z.string().min(1).max(80),
  reason: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
})
export type LiftHoldInput = z.output<typeof liftHoldInput>
