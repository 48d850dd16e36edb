import type { ConsentEvent } from '#domain/consent/consent-event.ts'
import type { EnrolmentContext } from '#domain/consent/enrolment.ts'
import type { Notice } from '#domain/consent/notice.ts'

/** The January 2018 case: notice 3.1 with the ticked box, 3.2 without. */
export const jan2018 = Date.parse('2018-01-03T00:12:00Z')
const day = 86_400_000

export const ticked: Notice = {
  purpose: 'credit_scoring', version: '3.1', locale: 'zh-CN', textSha256: 'a'.repeat(64), control: 'preticked_box',
  prominence: 'low', bundledWith: 'annual_review', validFrom: jan2018 - day, validTo: jan2018 + day,
}

export const unticked: Notice = {
  ...ticked, version: '3.2', control: 'unticked_box', prominence: 'prominent', bundledWith: null,
  validFrom: jan2018, validTo: null,
}

/** Somebody ticked an unticked box themselves: nothing is wrong with it. */
export const goodConsent: ConsentEvent = {
  id: 'e1', purpose: 'credit_scoring', noticeVersion: '3.2', state: 'ConsentGiven', indication: 'ticked_box',
  channel: 'app', occurredAt: jan2018 + day, recordedAt: jan2018 + day, source: 'account_system', hasEvidence: true,
}

/** Somebody left the box as it was. */
export const tickedConsent: ConsentEvent = {
  ...goodConsent, noticeVersion: '3.1', indication: 'left_preticked', occurredAt: jan2018, recordedAt: jan2018,
}

export const creditScoring: EnrolmentContext = {
  service: { key: 'credit_scoring', restsOn: 'credit_scoring' },
  notices: [ticked, unticked],
  person: { bornOn: '1984-05-06', jurisdiction: 'CN' },
  locale: 'zh-CN',
}
