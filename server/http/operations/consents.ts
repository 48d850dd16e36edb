import { z } from 'zod'
import { consentStates } from '#domain/consent/consent-event.ts'
import { defectCodes } from '#domain/consent/defects.ts'
import { ExternalId } from '#usecases/api/fields.ts'
import { readConsentRecord, readConsents } from '#usecases/consent/read-consents.ts'
import { recordConsents, SentConsents } from '#usecases/consent/record-consents.ts'
import type { Operation } from '../operation.ts'

/** Consent events come in. */
export const recordConsentsOperation: Operation = {
  method: 'POST',
  path: '/consents',
  scope: 'consents.write',
  summary: 'Record one consent event, or up to 1,000',
  body: SentConsents,
  answers: {
    200: z.object({
      accepted: z.int(),
      duplicate: z.int(),
      rejected: z.array(z.object({ index: z.int(), reason: z.string() })),
    }),
  },
  bodyLimit: 2 * 1_024 * 1_024,
  async run({ desk, principal, body }) {
    return { status: 200, body: await recordConsents.run(desk, body, principal) }
  },
}

/** Where each purpose stands. */
export const readConsentsOperation: Operation = {
  method: 'GET',
  path: '/subjects/{external_id}/consents',
  scope: 'consents.read',
  summary: 'The current state of each purpose, with validity and defects',
  params: { external_id: ExternalId },
  answers: {
    200: z.object({
      external_id: z.string(),
      purposes: z.array(
        z.object({
          purpose: z.string(),
          state: z.enum(consentStates),
          since: z.iso.datetime().nullable(),
          notice_version: z.string().nullable(),
          valid: z.boolean().nullable(),
          defects: z.array(z.object({ code: z.enum(defectCodes), legal_source: z.string() })),
        }),
      ),
    }),
  },
  async run({ desk, principal, params }) {
    return { status: 200, body: await desk.query(readConsents, params, principal) }
  },
}

/** The record to hand on. */
export const consentRecordOperation: Operation = {
  method: 'GET',
  path: '/subjects/{external_id}/consents/record',
  scope: 'consents.read',
  summary: 'The consent record: ISO/IEC TS 27560 as JSON-LD in W3C DPV terms',
  params: { external_id: ExternalId },
  contentType: 'application/ld+json',
  answers: { 200: z.looseObject({ '@context': z.unknown(), '@type': z.string() }) },
  async run({ desk, principal, params }) {
    const record = await desk.query(readConsentRecord, params, principal)
    return { status: 200, body: record, contentType: 'application/ld+json' }
  },
}
