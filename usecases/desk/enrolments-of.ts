import type { ConsentEvent } from '#domain/consent/consent-event.ts'
import type { ConsentPerson } from '#domain/consent/defects.ts'
import { enrolmentPeriods, type Period } from '#domain/consent/enrolment.ts'
import { anywhere } from '#domain/law/jurisdiction.ts'
import type { PersonOnFile } from '../person/masked-person.ts'
import type { NoticeRecord, ServiceRecord } from '../ports/consent-store.ts'
import type { Store } from '../ports/store.ts'

/** One service and every period of the person in it. */
export interface ServiceEnrolment {
  readonly service: ServiceRecord
  readonly periods: readonly Period[]
}

/** All that is on record about what a person agreed to. */
export interface ConsentOnFile {
  readonly services: readonly ServiceRecord[]
  readonly enrolments: readonly ServiceEnrolment[]
  readonly events: readonly ConsentEvent[]
  readonly notices: readonly NoticeRecord[]
  readonly person: ConsentPerson
  readonly locale: string | null
}

/** Reads it once for the whole screen. */
export async function enrolmentsOf(store: Store, { subject, bornOn }: PersonOnFile): Promise<ConsentOnFile> {
  const [services, events, notices] = await Promise.all([
    store.consents.services(),
    store.consents.events(subject.id),
    store.consents.notices(),
  ])
  const person = { bornOn, jurisdiction: subject.jurisdiction ?? anywhere }
  const { locale } = subject
  const enrolments = services.map((service) => ({
    service,
    periods: enrolmentPeriods(events, { service, notices, person, locale }),
  }))
  return { services, enrolments, events, notices, person, locale }
}
