import { z } from 'zod'
import { parseCaseCode } from '#domain/request/case-code.ts'
import { locales } from '#domain/reader/preferences.ts'
import { intakeAsks, intakeChannels, intakeKinds } from './intake.ts'

/** One letter, branch visit or e-mail, as the form judges it before the command does. */
export const intakeInput = z
  .object({
    channel: z.enum(intakeChannels, { error: 'choose' }),
    /** The day that it reached us, `YYYY-MM-DD`. */
    receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
    /** What it says the person is known by: exact, as in a call. */
    query: z.string().trim().min(1, { error: 'required' }).max(400, { error: 'too_long' }),
    kind: z.enum(intakeKinds, { error: 'choose' }),
    /** A service's key, or `account`; empty where the kind asks for something else. */
    scope: z.string().max(60).default(''),
    /** For the withdrawal of one consent: its purpose. */
    purpose: z.string().max(60).default(''),
    /** For an objection: the code of the case that it is about, as it is written there. */
    about: z.string().trim().max(40, { error: 'too_long' }).default(''),
    /** Where whoever wrote can be answered: a phone or an e-mail of theirs; empty where they gave none. */
    contact: z.string().trim().max(200, { error: 'too_long' }),
    locale: z.enum(locales, { error: 'choose' }),
    /** What they want, in their words. */
    words: z.string().trim().max(4000, { error: 'too_long' }),
    /** Drawn once per form, so that a double click is one request. */
    idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
  })
  .superRefine(({ kind, scope, purpose, about, words }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const asks = intakeAsks[kind]
    if ((asks === 'service' || asks === 'scope') && scope === '') fault('scope', 'choose')
    if (asks === 'purpose' && purpose === '') fault('purpose', 'choose')
    if (asks !== 'case') return
    if (parseCaseCode(about) === null) fault('about', about === '' ? 'required' : 'case_code')
    // A supervisor answers exactly what they say.
    if (words.length < 3) fault('words', 'too_short')
  })
export type IntakeInput = z.output<typeof intakeInput>
