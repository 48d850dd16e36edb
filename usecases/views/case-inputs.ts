import { z } from 'zod'

const onCase = { caseCode: z.string().length(9), version: z.int().min(1) }

/** The person changes their mind: told in a call, by a verified caller. */
export const cancelInput = z.object({ ...onCase, callId: z.string().nullable() })
export type CancelInput = z.output<typeof cancelInput>

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
