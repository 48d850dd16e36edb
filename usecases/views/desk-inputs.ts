import { z } from 'zod'
import { revealReasons } from './person.ts'

// What the desk sends back, as each form judges it before the command does.

const id = z.string().min(1).max(64)
const locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'choose' })
/** Free text about a call. Stored under the subject's key, never in the log. */
const typed = z.string().trim().max(4000, { error: 'too_long' })

export const lookUpInput = z.object({
  /** The open call, or null to begin one. */
  callId: id.nullable(),
  /** As it was typed; normalised and judged on the server. */
  query: z.string().trim().min(1, { error: 'required' }).max(400, { error: 'too_long' }),
  /** From a screen pop: the number itself stays in the cookie. */
  telephonyId: z.string().max(128).nullable(),
})
export type LookUpInput = z.output<typeof lookUpInput>

export const sendCodeInput = z.object({ callId: id, wayId: id })
export type SendCodeInput = z.output<typeof sendCodeInput>

export const checkCodeInput = z.object({
  callId: id,
  challengeId: id,
  code: z.string().regex(/^\d{6}$/, { error: 'six_digits' }),
})
export type CheckCodeInput = z.output<typeof checkCodeInput>

export const revealInput = z.object({
  callId: id,
  subjectId: id,
  fieldId: id,
  field: z.enum(['name', 'phone', 'email', 'national_id', 'account_id', 'born_on']),
  reason: z.enum(revealReasons, { error: 'choose' }),
})
export type RevealInput = z.output<typeof revealInput>

export const submitRequestInput = z.object({
  callId: id,
  subjectId: id,
  choiceId: id,
  /** Null where nothing irreversible is to be told. */
  told: z
    .object({
      result: z.enum(['understood', 'objects', 'not_told', 'under_pressure'], { error: 'told' }),
      scriptVersion: z.string().min(1).max(40),
      locale,
      inWriting: z.boolean(),
    })
    .nullable(),
  /** What the caller wants, in their words. */
  words: typed,
  /** Drawn once per form, so that a double click is one request. */
  idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
})
export type SubmitRequestInput = z.output<typeof submitRequestInput>

export const wrapUpInput = z
  .object({
    callId: id,
    outcome: z.enum(
      ['request_opened', 'question_answered', 'not_verified', 'not_found', 'call_dropped', 'promised_call', 'wrong_number'],
      { error: 'choose' },
    ),
    note: typed,
    /** For `promised_call`: epoch ms. */
    callBackAt: z.int().positive().nullable(),
  })
  .refine((input) => input.outcome !== 'promised_call' || input.callBackAt !== null, {
    path: ['callBackAt'],
    error: 'call_back_at',
  })
export type WrapUpInput = z.output<typeof wrapUpInput>

export const noteInput = z.object({ callId: id, note: typed.min(1, { error: 'required' }) })
export type NoteInput = z.output<typeof noteInput>

export const callerLocaleInput = z.object({ callId: id, locale })
export type CallerLocaleInput = z.output<typeof callerLocaleInput>

/** A call-back: nobody answered, or reached, verified in this call, and told again. */
export const callBackInput = z.object({
  caseCode: z.string().length(9),
  version: z.int().min(1),
  callId: id.nullable(),
  told: submitRequestInput.shape.told,
})
export type CallBackInput = z.output<typeof callBackInput>

/** A call of mine that ended without an outcome: take it up again, or finish it by wrapping it up. */
export const resumeCallInput = z.object({ callId: id })
export type ResumeCallInput = z.output<typeof resumeCallInput>

/** Of a hand-over: whoever is free. */
export const anybody = '*'

/** A call that goes on, to a colleague by personnel number, or to `anybody`. */
export const handOverInput = z.object({
  callId: id,
  to: z.string({ error: 'choose' }).min(1, { error: 'choose' }).max(40),
  /** Nothing is ticked for the agent: they say whether the caller stays on the line. */
  line: z.enum(['open', 'ends'], { error: 'choose' }),
})
export type HandOverInput = z.output<typeof handOverInput>

export const takeBackInput = z.object({ callId: id })
export type TakeBackInput = z.output<typeof takeBackInput>

export const takeOverInput = z.object({ callId: id })
export type TakeOverInput = z.output<typeof takeOverInput>

export const interpreterInput = z.object({ callId: id, present: z.boolean() })
export type InterpreterInput = z.output<typeof interpreterInput>
