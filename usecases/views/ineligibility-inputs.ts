import { z } from 'zod'
import { parseCaseCode } from '#domain/request/case-code.ts'

const reasonTyped = z.string().trim().min(3, { error: 'too_short' }).max(2000, { error: 'too_long' })
/** Drawn once per form: a double click is one request. */
const idempotencyKey = z.string().regex(/^[0-9a-f-]{32,36}$/)

/** A mark without a deletion, for the person of an exact identifier. */
export const askMarkInput = z.object({
  query: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
  service: z.string().min(1, { error: 'choose' }).max(40),
  words: reasonTyped,
  idempotencyKey,
})
export type AskMarkInput = z.output<typeof askMarkInput>

/** A correction of the marks that a case left, named by its code; of one service where they are several. */
export const askCorrectionInput = z.object({
  caseCode: z.string().max(40).transform((typed, context) => {
    const code = parseCaseCode(typed)
    if (code !== null) return code
    context.addIssue({ code: 'custom', message: 'case_code', input: '' })
    return z.NEVER
  }),
  service: z.string().max(40),
  words: reasonTyped,
  idempotencyKey,
})
export type AskCorrectionInput = z.input<typeof askCorrectionInput>

/** A mark that stays: when it is looked at again. */
export const reviewMarkInput = z.object({
  entryId: z.string().min(1).max(64),
  /** `YYYY-MM-DD`. */
  reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
  /** The review date that was shown: of two who review at once the second is told. */
  seen: z.int(),
})
export type ReviewMarkInput = z.output<typeof reviewMarkInput>
