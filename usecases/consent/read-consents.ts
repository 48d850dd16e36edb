import { z } from 'zod'
import { ExternalId } from '../api/fields.ts'
import { auditedQuery } from '../query.ts'
import { consentRecord } from './consent-record.ts'
import { currentConsents } from './current-consents.ts'

const OfSubject = z.strictObject({ external_id: ExternalId })

/** Where each purpose of an account stands, with validity and defects. */
export const readConsents = auditedQuery({
  name: 'consent.read',
  permission: 'consent.read',
  input: OfSubject,
  async run({ input, store }) {
    const { subjectId, purposes } = await currentConsents(store, input.external_id)
    const value = {
      external_id: input.external_id,
      purposes: purposes.map(({ purpose, state, since, noticeVersion, valid, defects }) => ({
        purpose,
        state,
        since: since === null ? null : new Date(since).toISOString(),
        notice_version: noticeVersion,
        valid,
        defects: defects.map(({ code, legalSource }) => ({ code, legal_source: legalSource })),
      })),
    }
    return { value, events: [{ what: 'consent.read', subjects: [subjectId], data: { purposes: purposes.length } }] }
  },
})

/** The consent record of an account, to be handed on: ISO/IEC TS 27560 as JSON-LD. */
export const readConsentRecord = auditedQuery({
  name: 'consent.read_record',
  permission: 'consent.read',
  input: OfSubject,
  async run({ input, store, now }) {
    const consents = await currentConsents(store, input.external_id)
    return {
      value: consentRecord(consents, input.external_id, now),
      events: [{ what: 'consent.read', subjects: [consents.subjectId], data: { record: 1, events: consents.events.length } }],
    }
  },
})
