import { z } from 'zod'
import { locales } from '#domain/reader/preferences.ts'
import { intakeChannels, intakeKinds } from './intake.ts'

/** One letter, branch visit or e-mail, as the form judges it before the command does. */
export const intakeInput = z
  .object({
    channel: z.enum(intakeChannels, { error: 'choose' }),
    /** The day that it reached us, `YYYY-MM-DD`. */
    receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
    /** What it says the person is known by: exact, as in a call. */
    query: z.string().trim().min(1, { error: 'required' }).max(400, { error: 'too_long' }),
    kind: z.enum(intakeKinds, { error: 'choose' }),
    /** A service's key, or `account`. */
    scope: z.string().min(1, { error: 'choose' }).max(60),
    /** Where whoever wrote can be answered: a phone or an e-mail of theirs; empty where they gave none. */
    contact: z.string().trim().max(200, { error: 'too_long' }),
    locale: z.enum(locales, { error: 'choose' }),
    /** What they want, in their words. */
    words: z.string().trim().max(4000, { error: 'too_long' }),
    /** Drawn once per form, so that a double click is one request. */
    idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
  })
export type IntakeInput = z.output<typeof intakeInput>
