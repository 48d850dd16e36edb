import { enrolmentPeriods, type EnrolmentContext, type Period } from '#domain/consent/enrolment.ts'
import { anywhere } from '#domain/law/jurisdiction.ts'
import type { ServiceRecord } from '../ports/consent-store.ts'
import type { Store } from '../ports/store.ts'

/** What is known of a person when their consents are judged: the notices, the language, the birthday, the place. */
export async function enrolmentContext(
  store: Store,
  subjectId: string,
  service: ServiceRecord,
): Promise<EnrolmentContext> {
  const [subject, bornOn, notices] = await Promise.all([
    store.subjects.get(subjectId),
    store.subjects.field(subjectId, 'born_on'),
    store.consents.notices([service.restsOn]),
  ])
  return {
    service,
    notices,
    person: { bornOn, jurisdiction: subject?.jurisdiction ?? anywhere },
    locale: subject?.locale ?? null,
  }
}

/** Every period of a subject in one service, derived from the events of this moment. */
export async function periodsOf(store: Store, subjectId: string, service: ServiceRecord): Promise<Period[]> {
  const [events, context] = await Promise.all([
    store.consents.events(subjectId),
    enrolmentContext(store, subjectId, service),
  ])
  return enrolmentPeriods(events, context)
}
