import { z } from 'zod'
import { linesOf, wordsFault } from '#domain/script/check-words.ts'
import { scriptIds, scriptLocales } from '#domain/script/script.ts'

/** New words for one script in one language. What is wrong with them is said at the words. */
export const publishScriptInput = z
  .object({
    scriptId: z.enum(scriptIds, { error: 'choose' }),
    locale: z.string().refine((locale) => scriptLocales.includes(locale), { error: 'locale_unknown' }),
    /** The version that these words follow on: somebody else may have written one meanwhile. */
    follows: z.string().max(40),
    /** One line for each sentence group that is read aloud; empty lines do not count. */
    text: z.string().max(12_000, { error: 'too_long' }),
    /** The first day, in the operator's home zone; empty: from now on. */
    validFrom: z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })]),
    reason: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too_long' }),
  })
  .superRefine(({ scriptId, text }, context) => {
    const fault = wordsFault(scriptId, linesOf(text))
    if (fault !== null) context.addIssue({ code: 'custom', path: ['text'], message: fault })
  })
export type PublishScriptForm = z.input<typeof publishScriptInput>
