import { z } from 'zod'
import { toldResults } from '#domain/request/request.ts'
import { ExternalId, Moment, ServiceKey } from '../api/fields.ts'

/** What a person can ask for through the operator's own app; marks are asked for by staff alone. */
export const receivedKinds = [
  'consent_withdrawal', 'deregistration', 'deletion', 'access', 'void_enrolment', 'objection',
] as const

/** How sure the app is of who is asking. What counts is at most what the client may vouch for. */
export const Assurance = z.int().min(0).max(3).describe('0 nobody knows, 1 claims to be, 2 controls a contact on file, 3 and a second factor.')

/** A request from the operator's own app. */
export const ReceiveRequestBody = z
  .strictObject({
    kind: z.enum(receivedKinds),
    service: ServiceKey.optional(),
    scope: z.literal('account').optional().describe('The whole account, instead of one service.'),
    purpose: z.string().max(100).optional().describe('consent_withdrawal only; left out, the one that the service rests on.'),
    external_ids: z.array(ExternalId).min(1, { error: 'required' }).max(20, { error: 'too_big' }).describe('The accounts of one person.'),
    channel: z.string().regex(/^[a-z0-9_]{1,64}$/, { error: 'bad_code' }),
    received_at: Moment.optional().describe('When the person asked; the legal clock runs from it. Left out: now.'),
    assurance: Assurance,
    told: z
      .strictObject({
        result: z.enum(toldResults),
        script_version: z.string().regex(/^[a-z0-9_.-]{1,40}$/, { error: 'bad_code' }),
        locale: z.string().regex(/^[a-zA-Z-]{2,35}$/, { error: 'locale_unknown' }),
        at: Moment,
      })
      .optional()
      .describe('A deletion needs it: what the person said to its permanent consequence.'),
    note: z.string().trim().max(2_000, { error: 'too_long' }).optional().describe('The person’s own words; kept under the person’s key.'),
  })
  .superRefine((body, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', message, path: [field], input: '' })
    if ((body.service === undefined) === (body.scope === undefined)) refuse('service', 'choose')
    if (body.kind === 'deletion' && body.told === undefined) refuse('told', 'required')
    if (new Set(body.external_ids).size !== body.external_ids.length) refuse('external_ids', 'twice')
    if (body.kind === 'consent_withdrawal' && body.service === undefined && body.purpose === undefined) refuse('purpose', 'required')
  })

export type ReceivedBody = z.infer<typeof ReceiveRequestBody>
