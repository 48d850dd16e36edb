import { z } from 'zod'
import { isCaseCode } from '#domain/request/case-code.ts'

/**
 * The forms that keep what is typed, by what each is about. Of a call, by its id: in `lost_contact`, say, of
 * `<call id>`; where one call has several of a kind, `<call id>/<which>`.
 */
export const callDrafts = [
  'note', 'words', 'wrap_up', 'not_me', 'lost_contact', 'representative', 'document', 'after_erasure',
] as const
/** What is asked for about a decision, by the code of its case, in a call with whom it is about. */
export const decisionDrafts = ['objection', 'correction'] as const
/** Of a case, by its code; `<case code>/<system>` for one of its systems. */
export const caseDrafts = [
  'return', 'reject', 'answer', 'objection_answer', 'dispute', 'resolve_dispute', 'by_hand', 'hold',
] as const
/** Of a legal hold, by its reference. */
export const holdDrafts = ['lift_hold'] as const
/** About somebody whom nobody has looked up yet: of nothing, or of the case code of a mark. */
export const freeDrafts = ['intake', 'mark', 'mark_correction', 'hold_by_code'] as const
/** About nobody at all: of nothing, of a system's name, or of a script and its language. */
export const houseDrafts = ['notice', 'partner_contact', 'script'] as const

export const draftForms = [
  ...callDrafts, ...decisionDrafts, ...caseDrafts, ...holdDrafts, ...freeDrafts, ...houseDrafts,
] as const
export type DraftForm = (typeof draftForms)[number]

/** What stands in the fields of a form that differ from what they began with. */
export type DraftFields = Readonly<Record<string, string | boolean | readonly string[]>>

const inList = (list: readonly string[], form: DraftForm) => list.includes(form)
const callPlace = /^[0-9a-f-]{36}(\/[\w-]{1,64})?$/
const namePlace = /^[^\p{Cc}]{0,200}$/u

/** Whether a form can be of that: what is written into its place is an id or a code, and nothing personal. */
function fits({ form, of }: { form: DraftForm; of: string }): boolean {
  if (inList(callDrafts, form)) return callPlace.test(of)
  if (inList(holdDrafts, form) || inList(houseDrafts, form)) return namePlace.test(of)
  if (inList(freeDrafts, form)) return of === '' || isCaseCode(of)
  const [code = '', system = ''] = of.split('/')
  return isCaseCode(code) && /^[^\p{Cc}]{0,64}$/u.test(system)
}

const place = { form: z.enum(draftForms), of: z.string() }

export const readDraftInput = z.object(place).refine(fits, { path: ['of'], error: 'invalid' })
export type ReadDraftInput = z.output<typeof readDraftInput>

/** One notice may be so long (views/notice-inputs.ts); all the rest is short. In characters. */
const longest = 120_000

const fields = z
  .record(
    z.string().regex(/^[A-Za-z]\w{0,39}$/),
    z.union([z.string(), z.boolean(), z.array(z.string().max(200)).max(100)]),
  )
  .refine((typed) => JSON.stringify(typed).length <= longest, { error: 'too_long' })

/** No field that differs ends the draft. */
export const keepDraftInput = z.object({ ...place, fields }).refine(fits, { path: ['of'], error: 'invalid' })
export interface KeepDraftInput extends ReadDraftInput {
  readonly fields: DraftFields
}

/** What became of what was typed into a form. Times are epoch ms. */
export type DraftView =
  | { readonly state: 'none' }
  /** It is there, and is shown once the case is opened. */
  | { readonly state: 'closed'; readonly savedAt: number; readonly caseCode: string }
  | { readonly state: 'kept'; readonly savedAt: number; readonly fields: DraftFields }
