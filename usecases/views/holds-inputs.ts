import { z } from 'zod'
import { parseCaseCode } from '#domain/request/case-code.ts'
import { placeHoldInput } from './approvals-inputs.ts'

/** A hold placed from the list: the case code is typed, as it was said or written. */
export const placeHoldOnCaseInput = placeHoldInput.safeExtend({
  caseCode: z.string().max(40).transform((typed, context) => {
    const code = parseCaseCode(typed)
    if (code !== null) return code
    context.addIssue({ code: 'custom', message: 'case_code', input: '' })
    return z.NEVER
  }),
})

/** A hold that stays: somebody looked at it, and says when it is looked at again. */
export const reviewHoldInput = z.object({
  holdRef: z.string().min(1).max(200),
  /** `YYYY-MM-DD`. */
  reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
  /** The review date that was shown: of two who review at once the second is told. */
  seen: z.int(),
})
export type ReviewHoldInput = z.output<typeof reviewHoldInput>
