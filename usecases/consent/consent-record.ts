import { inOrder } from '#domain/consent/consent-event.ts'
import type { CurrentConsents, PurposeState } from './current-consents.ts'

const context = {
  dpv: 'https://w3id.org/dpv#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rd: 'urn:rightsdesk:terms#',
} as const

const moment = (ms: number) => ({ '@type': 'xsd:dateTime', '@value': new Date(ms).toISOString() })

/**
 * A consent record after ISO/IEC TS 27560:2023, in the terms of W3C DPV 2.3: one `dpv:ConsentRecord` a purpose, with
 * the notice as it was shown (its hash stands for its words) and each event as a change of `dpv:ConsentStatus`. Terms
 * that DPV has no word for (how the box stood, defects) are `rd:`. It holds no name and no contact: the account's id
 * is the identifier of the data subject.
 */
export function consentRecord(consents: CurrentConsents, externalId: string, now: number) {
  return {
    '@context': context,
    '@id': `urn:uuid:${consents.subjectId}`,
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': 'ISO/IEC TS 27560:2023',
    'dct:issued': moment(now),
    'dpv:hasDataSubject': {
      '@type': 'dpv:DataSubject',
      'dct:identifier': externalId,
      'dpv:hasJurisdiction': consents.jurisdiction,
    },
    'dct:hasPart': consents.purposes.map((state) => partOf(state, consents)),
  }
}

function partOf({ purpose, state, since, valid, defects }: PurposeState, { events, notices, locale }: CurrentConsents) {
  const own = inOrder(events.filter((event) => event.purpose === purpose))
  const versions = new Set(own.map((event) => event.noticeVersion))
  const shown = notices.filter((notice) => notice.purpose === purpose && versions.has(notice.version))
  return {
    '@type': 'dpv:ConsentRecord',
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:identifier': purpose },
    'dpv:hasConsentStatus': { '@id': `dpv:${state}` },
    ...(since === null ? {} : { 'dct:modified': moment(since) }),
    ...(valid === null ? {} : { 'rd:valid': valid }),
    'rd:hasDefect': defects.map(({ code, legalSource }) => ({ 'rd:code': code, 'dct:source': legalSource })),
    'dpv:hasNotice': shown.map((notice) => ({
      '@type': 'dpv:ConsentNotice',
      'dct:hasVersion': notice.version,
      'dct:language': notice.locale,
      'rd:textSha256': notice.textSha256,
      'rd:control': notice.control,
      'rd:prominence': notice.prominence,
      'rd:bundledWith': notice.bundledWith,
      'rd:inPersonsLanguage': locale === null ? null : notice.locale === locale,
      'dct:valid': {
        'dct:start': moment(notice.validFrom),
        ...(notice.validTo === null ? {} : { 'dct:end': moment(notice.validTo) }),
      },
    })),
    'dpv:hasRecordOfActivity': own.map((event) => ({
      '@id': `urn:uuid:${event.id}`,
      '@type': 'dpv:ConsentStatus',
      'dpv:hasConsentStatus': { '@id': `dpv:${event.state}` },
      'dpv:isIndicatedAtTime': moment(event.occurredAt),
      'dpv:hasIndicationMethod': event.indication,
      'rd:channel': event.channel,
      'rd:noticeVersion': event.noticeVersion,
      'rd:hasEvidence': event.hasEvidence,
      'dct:created': moment(event.recordedAt),
    })),
  }
}
