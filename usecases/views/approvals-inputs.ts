import { z } from 'zod'
import { extensionReasons } from '#domain/law/law-row.ts'
import { groundCodes } from './ground-codes.ts'
import { holdBases } from './hold-codes.ts'

// What a decision sends back, as its forms judge it before the command does.

const onCase = { caseCode: z.string().length(9), version: z.int().min(1) }

export const approveInput = z
  .object({
    ...onCase,
    planHash: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
    /** The last five characters of the case code, typed. */
    confirm: z.string().trim().toUpperCase().min(1, { error: 'required' }).max(9),
  })
  .refine((input) => input.confirm === input.caseCode.slice(-5), { path: ['confirm'], error: 'confirm' })
export type ApproveInput = z.output<typeof approveInput>

/** The answer to an objection: in words, to which the remedies of the law are added. */
export const answerObjectionInput = z
  .object({
    ...onCase,
    planHash: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
    upheld: z.boolean({ error: 'choose' }),
    words: z.string().trim().min(3, { error: 'too_short' }).max(2000, { error: 'too_long' }),
    /** The last five characters of the case code, typed. */
    confirm: z.string().trim().toUpperCase().min(1, { error: 'required' }).max(9),
  })
  .refine((input) => input.confirm === input.caseCode.slice(-5), { path: ['confirm'], error: 'confirm' })
export type AnswerObjectionInput = z.output<typeof answerObjectionInput>

/** That it was carried out in error: twice said, by two supervisors. */
export const findErrorInput = z
  .object({
    ...onCase,
    confirm: z.string().trim().toUpperCase().min(1, { error: 'required' }).max(9),
  })
  .refine((input) => input.confirm === input.caseCode.slice(-5), { path: ['confirm'], error: 'confirm' })
export type FindErrorInput = z.output<typeof findErrorInput>

/** More time for the answer, for a reason that the law knows. */
export const extendInput = z.object({ ...onCase, reason: z.enum(extensionReasons, { error: 'choose' }) })
export type ExtendInput = z.output<typeof extendInput>

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

/** What a hold covers of the people of a case; `systems` beside it names them. */
export const holdCoverage = {
  covers: z.enum(['everything', 'service', 'systems'], { error: 'choose' }),
  /** For `systems`: their names. */
  systems: z.array(z.string().min(1).max(64)).max(100).default([]),
}

export const placeHoldInput = z
  .object({
    caseCode: onCase.caseCode,
    ...holdCoverage,
    basisCode: z.enum(holdBases, { error: 'choose' }),
    basis: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
    /** `YYYY-MM-DD`. */
    reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
  })
  .refine((input) => input.covers !== 'systems' || input.systems.length > 0, { path: ['systems'], error: 'choose' })
export type PlaceHoldInput = z.input<typeof placeHoldInput>

export const liftHoldInput = z.object({
  /** The case on whose page it is lifted; null from the list of all holds where it has none. */
  caseCode: onCase.caseCode.nullable(),
  holdRef: z.string().min(1).max(200),
  reason: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
})
export type LiftHoldInput = z.output<typeof liftHoldInput>
