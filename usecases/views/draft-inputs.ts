import { z } from 'zod'

/** The forms that keep what is typed: those of a call by its id, those of a case by its code. */
export const callDrafts = ['note', 'words', 'wrap_up'] as const
export const caseDrafts = ['return', 'reject', 'answer'] as const
/** What is asked for about a decision, by the code of its case, in a call with whom it is about. */
export const decisionDrafts = ['objection', 'correction'] as const

/** Which form it is: `note` of a call, `reject` of a case. `of` is the call's id or the case code; nothing personal. */
const place = {
  form: z.enum([...callDrafts, ...caseDrafts, ...decisionDrafts]),
  of: z.string().regex(/^([0-9a-f-]{36}|[0-9A-HJKMNP-TV-Z]{9})$/),
}

export const readDraftInput = z.object(place)
export type ReadDraftInput = z.output<typeof readDraftInput>

/** Empty text ends the draft. */
export const keepDraftInput = z.object({ ...place, text: z.string().max(4000) })
export type KeepDraftInput = z.output<typeof keepDraftInput>
