import { z } from 'zod'
import { controls, prominences } from '#domain/consent/notice.ts'
import { locales } from '#domain/reader/preferences.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })

/**
 * A notice as it was shown, which nobody edits afterwards. The text is kept as it stands, spaces and line breaks
 * included: its hash says what was shown.
 */
export const addNoticeInput = z
  .object({
    purpose: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'choose' }),
    version: z.string().trim().min(1, { error: 'required' }).regex(/^[\p{L}\p{N}._-]{1,40}$/u, { error: 'notice_version' }),
    locale: z.enum(locales, { error: 'choose' }),
    title: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
    text: z.string().min(1, { error: 'required' }).max(100_000, { error: 'too_long' }),
    control: z.enum(controls, { error: 'choose' }),
    prominence: z.enum(prominences, { error: 'choose' }),
    /** Another purpose that could not be chosen apart; empty where it stood alone. */
    bundledWith: z.union([z.literal(''), z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'choose' })]),
    /** The first day on which it was shown. */
    validFrom: day,
    /** The last day; empty while it still is shown. */
    validTo: z.union([z.literal(''), day]),
  })
  .superRefine(({ purpose, bundledWith, validFrom, validTo }, context) => {
    if (bundledWith === purpose) context.addIssue({ code: 'custom', path: ['bundledWith'], message: 'bundled_with_itself' })
    if (validTo !== '' && validTo < validFrom) context.addIssue({ code: 'custom', path: ['validTo'], message: 'range' })
  })
export type AddNoticeForm = z.input<typeof addNoticeInput>
export type AddNoticeInput = z.output<typeof addNoticeInput>
