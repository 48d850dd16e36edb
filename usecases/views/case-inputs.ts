import { z } from 'zod'
import { keepBases } from '#domain/request/explain.ts'

const onCase = { caseCode: z.string().length(9), version: z.int().min(1) }

/** An identifier that says who a case is about, as it was written or said. */
export const nameSubjectsInput = z.object({
  ...onCase,
  query: z.string().trim().min(1, { error: 'required' }).max(400, { error: 'too_long' }),
  /** Where several people fit before: look up anew, instead of asking which of them has this too. */
  afresh: z.boolean().default(false),
})
export type NameSubjectsInput = z.input<typeof nameSubjectsInput>

/** The person changes their mind: told in a call, by a verified caller. */
export const cancelInput = z.object({ ...onCase, callId: z.string().nullable() })
export type CancelInput = z.output<typeof cancelInput>

/** About a copy, in the call of its person. */
export const onCopyInput = z.object({ ...onCase, callId: z.string() })
export type OnCopyInput = z.output<typeof onCopyInput>

/** "That was not me." */
export const disputeInput = z.object({
  ...onCase,
  callId: z.string().nullable(),
  words: z.string().trim().max(2000, { error: 'too_long' }),
})
export type DisputeInput = z.output<typeof disputeInput>

/** The answer to a question with which a supervisor returned the case. */
export const answerInput = z.object({
  ...onCase,
  answer: z.string().trim().min(3, { error: 'too_short' }).max(2000, { error: 'too_long' }),
})
export type AnswerInput = z.output<typeof answerInput>

/** Ask every system again that has not finished. */
export const retryInput = z.object(onCase)
export type RetryInput = z.output<typeof retryInput>

/** The answer to "that was not me". */
export const resolveDisputeInput = z.object({
  ...onCase,
  upheld: z.boolean({ error: 'choose' }),
  words: z.string().trim().min(3, { error: 'too_short' }).max(2000, { error: 'too_long' }),
})
export type ResolveDisputeInput = z.output<typeof resolveDisputeInput>

/**
 * A system that gave up was erased by hand: the reference of what shows it (a file or letter number, nobody's name,
 * since the certificate repeats it). Whoever confirms sends back the reference that they were shown.
 */
export const doneByHandInput = z.object({
  ...onCase,
  system: z.string().min(1).max(64),
  evidence: z.string().trim().regex(/^[\p{L}\d][\p{L}\d ./#:-]{2,59}$/u, { error: 'reference' }),
})
export type DoneByHandInput = z.output<typeof doneByHandInput>

/** What a system still holds stays there, on a legal basis of ours and until a date. */
export const keepInput = z.object({
  ...onCase,
  system: z.string().min(1).max(64),
  basis: z.enum(keepBases, { error: 'choose' }),
  /** `YYYY-MM-DD`. */
  until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
})
export type KeepInput = z.output<typeof keepInput>

/** The number of a case's person, to call them back. */
export const showNumberInput = z.object({ caseCode: z.string().length(9) })
export type ShowNumberInput = z.output<typeof showNumberInput>

/** Somebody answered at that number. */
export const beginCallBackInput = z.object(onCase)
export type BeginCallBackInput = z.output<typeof beginCallBackInput>

/** A one-time link to everybody whom a case names, at a contact on file. */
export const sendLinkInput = z.object(onCase)
export type SendLinkInput = z.output<typeof sendLinkInput>

/** Nobody could be verified: the case ends. */
export const giveUpInput = z.object(onCase)
export type GiveUpInput = z.output<typeof giveUpInput>
