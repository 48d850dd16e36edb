import { z } from 'zod'
import { parseCaseCode } from '#domain/request/case-code.ts'
import { scriptIds } from '#domain/script/script-ids.ts'
import { capacities } from '#domain/verification/caller-check.ts'
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
  /** After a look-up that found several people: look up anew, instead of asking which of them has this too. */
  afresh: z.boolean().default(false),
})
export type LookUpInput = z.input<typeof lookUpInput>

/** Where a caller says that they can be reached: a phone or an e-mail. */
const statedContact = z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too_long' })
/**
 * The reference under which something was shown elsewhere, as that place printed it: `BR-2026-00417`. Its hyphens keep
 * the number of a document itself from being typed here.
 */
const reference = z.string().trim().toUpperCase().regex(/^[A-Z0-9]{2,10}(-[A-Z0-9]{2,12}){1,3}$/, { error: 'coded_reference' })

export const reportLostInput = z.object({
  callId: id,
  /** The contact on file that is lost. */
  wayId: id,
  reference,
  contact: statedContact,
})
export type ReportLostInput = z.output<typeof reportLostInput>

export const representativeInput = z.object({
  callId: id,
  capacity: z.enum(capacities, { error: 'choose' }),
  reference,
  contact: statedContact,
})
export type RepresentativeInput = z.output<typeof representativeInput>

/** An identity document, by the reference of where it was shown. */
export const documentProofInput = z.object({ callId: id, proof: z.literal('document'), reference })
/** The caller was called back at the number that they named, which is typed here and compared. */
export const callBackProofInput = z.object({
  callId: id,
  proof: z.literal('call_back'),
  number: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too_long' }),
})
/** Name, birth date and such: a claim, never more. */
const answersProofInput = z.object({ callId: id, proof: z.literal('answers') })

/** What an agent notes that they saw or heard of the caller; the level that it gives is the rules' to say. */
export const noteProofInput = z.discriminatedUnion('proof', [documentProofInput, callBackProofInput, answersProofInput])
export type NoteProofInput = z.output<typeof noteProofInput>

export const objectToCheckInput = z.object({ callId: id, checkId: id })
export type ObjectToCheckInput = z.output<typeof objectToCheckInput>

/** A case code that the caller reads out, in any way it is typed. */
const saidCode = z.string().trim().min(1, { error: 'required' }).max(40, { error: 'too_long' }).transform((typed, context) => {
  const code = parseCaseCode(typed)
  if (code === null) context.addIssue({ code: 'custom', message: 'case_code' })
  return code ?? ''
})

/** The verified caller wrote to us before anybody knew them: their case, by its code. */
export const nameCallerInput = z.object({ callId: id, caseCode: saidCode })
export type NameCallerInput = z.output<typeof nameCallerInput>

/** "That was not me", about the case whose code the caller reads out. */
export const disputeByCodeInput = z.object({
  callId: id,
  caseCode: saidCode,
  words: z.string().trim().max(2000, { error: 'too_long' }),
})
export type DisputeByCodeInput = z.output<typeof disputeByCodeInput>

export const sendCodeInput = z.object({ callId: id, wayId: id })
export type SendCodeInput = z.output<typeof sendCodeInput>

export const checkCodeInput = z.object({
  callId: id,
  challengeId: id,
  code: z.string().regex(/^\d{6}$/, { error: 'six_digits' }),
})
export type CheckCodeInput = z.output<typeof checkCodeInput>

/** "No more of this", for whoever holds an identifier; without proof, and without learning whether anybody does. */
export const optOutInput = z.object({
  callId: id,
  query: z.string().trim().min(1, { error: 'required' }).max(400, { error: 'too_long' }),
  purpose: z.string().min(1, { error: 'choose' }).max(60),
  idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
})
export type OptOutInput = z.output<typeof optOutInput>

/** A contact that a caller states who is not on file. */
export const statedContactInput = z.object({
  callId: id,
  contact: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
})
export type StatedContactInput = z.output<typeof statedContactInput>

/** The number of an identity document, and where it is on record that somebody saw the document. Neither is stored. */
export const statedDocumentInput = z.object({
  callId: id,
  number: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too_long' }),
  reference: z.string().trim().min(3, { error: 'too_short' }).max(60, { error: 'too_long' }),
})
export type StatedDocumentInput = z.output<typeof statedDocumentInput>

export const receiptInput = z.object({
  callId: id,
  receipt: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too_long' }),
})
export type ReceiptInput = z.output<typeof receiptInput>

/** What somebody who was erased can still ask for. */
export const askAfterErasureInput = z.object({
  callId: id,
  /** The deletion that it is about. */
  erasureId: id,
  /** The entry of the registry that it is about; null where there is none. */
  entryId: id.nullable(),
  /** The account of somebody who is on file and barred; null for whoever was erased. */
  subjectId: id.nullable().default(null),
  kind: z.enum(['objection', 'ineligibility_correction']),
  /** What they say, in their words: a supervisor answers exactly that. */
  words: z.string().trim().min(3, { error: 'too_short' }).max(4000, { error: 'too_long' }),
  /** Where they can be answered; empty for the contact that the code went to. */
  contact: z.string().trim().max(200, { error: 'too_long' }),
  idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
})
export type AskAfterErasureInput = z.output<typeof askAfterErasureInput>

/** "Why was I refused?", with the id of the gate's decision as it is read out. */
export const findRefusalInput = z.object({
  callId: id,
  decisionId: z.string().trim().min(1, { error: 'required' }).max(80, { error: 'too_long' }),
})
export type FindRefusalInput = z.output<typeof findRefusalInput>

export const sayReceiptInput = z.object({ callId: id, erasureId: id })
export type SayReceiptInput = z.output<typeof sayReceiptInput>

export const revealInput = z.object({
  callId: id,
  subjectId: id,
  fieldId: id,
  field: z.enum(['name', 'phone', 'email', 'national_id', 'account_id', 'born_on']),
  reason: z.enum(revealReasons, { error: 'choose' }),
})
export type RevealInput = z.output<typeof revealInput>

/** What was typed below the numbers, and of which plan they were. */
const confirmed = z.object({ confirm: z.string().trim().toUpperCase().min(1, { error: 'required' }).max(9), planHash: z.string().length(64) })
export type ConfirmedInput = z.output<typeof confirmed>

/** The form below the numbers: the last five characters of the case code, typed. */
export const confirmNumbersInput = confirmed
  .extend({ caseCode: z.string().length(9) })
  .refine((input) => input.confirm === input.caseCode.slice(-5), { path: ['confirm'], error: 'confirm' })
export type ConfirmNumbersInput = z.output<typeof confirmNumbersInput>

/** The numbers of what is chosen in a call, or of a case that waited for its person. */
export const foreseePlanInput = z.union([
  z.strictObject({
    callId: z.uuid(),
    subjectId: z.uuid(),
    choiceId: id,
    /** What the form drew: the case code comes of it. */
    idempotencyKey: z.string().regex(/^[0-9a-f-]{32,36}$/),
  }),
  z.strictObject({ callId: z.uuid(), caseCode: z.string().length(9) }),
])
export type ForeseePlanInput = z.output<typeof foreseePlanInput>

export const submitRequestInput = z.object({
  callId: id,
  subjectId: id,
  choiceId: id,
  /** The caller's other accounts, each verified in this call: one request names them all. */
  alsoSubjectIds: z.array(id).max(4).default([]),
  /** Null where nothing irreversible is to be told. */
  told: z
    .object({
      result: z.enum(['understood', 'objects', 'not_told', 'under_pressure'], { error: 'told' }),
      scriptId: z.enum(scriptIds).optional(),
      scriptVersion: z.string().min(1).max(40),
      locale,
      inWriting: z.boolean(),
    })
    .nullable(),
  /** Null where nothing irreversible begins by itself. */
  confirmed: confirmed.nullable().default(null),
  /** What the caller wants, in their words. */
  words: typed,
  /** Drawn once per form, so that a double click is one request. */
  idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
})
export type SubmitRequestInput = z.input<typeof submitRequestInput>

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

/** Another account of this call to turn to. */
export const switchSubjectInput = z.object({ callId: id, subjectId: id })
export type SwitchSubjectInput = z.output<typeof switchSubjectInput>

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
  confirmed: submitRequestInput.shape.confirmed,
  /** When it is tried again, epoch ms; null: tomorrow. */
  promisedAt: z.int().positive().nullable(),
})
export type CallBackInput = z.input<typeof callBackInput>

/** The quiet key: the case of this call waits for a call-back, and looks as before. */
export const parkInput = z.object({ caseCode: z.string().length(9), callId: id })
export type ParkInput = z.output<typeof parkInput>

/** A call of mine that ended without an outcome: take it up again, or finish it by wrapping it up. */
export const resumeCallInput = z.object({ callId: id })
export type ResumeCallInput = z.output<typeof resumeCallInput>

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
