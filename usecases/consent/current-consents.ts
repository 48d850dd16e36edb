import { currentStates } from '#domain/consent/current-state.ts'
import { isGiving, type ConsentEvent } from '#domain/consent/consent-event.ts'
import { defectsOf, type Defect } from '#domain/consent/defects.ts'
import { noticeShown, type Notice } from '#domain/consent/notice.ts'
import { anywhere } from '#domain/law/jurisdiction.ts'
import { notFound } from '../errors.ts'
import type { Store } from '../ports/store.ts'

/** How one purpose stands now, with what speaks against the consent that says so. Times are epoch ms. */
export interface PurposeState {
  readonly purpose: string
  readonly state: string
  readonly since: number | null
  readonly noticeVersion: string | null
  /** Whether a consent that was given counts; null where none stands. */
  readonly valid: boolean | null
  readonly defects: readonly Defect[]
  readonly notice: Notice | null
  readonly event: ConsentEvent | null
}

/** One account's consents, derived from its events. */
export interface CurrentConsents {
  readonly subjectId: string
  readonly locale: string | null
  readonly jurisdiction: string
  readonly purposes: readonly PurposeState[]
  readonly events: readonly ConsentEvent[]
  readonly notices: readonly Notice[]
}

/** Reads where each purpose of an account stands. @throws NotFound for nobody on file, erased or never there */
export async function currentConsents(store: Store, externalId: string): Promise<CurrentConsents> {
  const [subjectId] = await store.subjects.findByIdentifier('account_id', externalId)
  const subject = subjectId === undefined ? null : await store.subjects.get(subjectId)
  if (subjectId === undefined || subject === null) throw notFound('subject')
  const [events, bornOn] = [await store.consents.events(subjectId), await store.subjects.field(subjectId, 'born_on')]
  const notices = await store.consents.notices([...new Set(events.map((event) => event.purpose))])
  const person = { bornOn, jurisdiction: subject.jurisdiction ?? anywhere }
  const shownFor = (event: ConsentEvent) => noticeShown(notices, event, subject.locale)
  const defectsFor = (event: ConsentEvent) => defectsOf(event, shownFor(event), person)
  const states = currentStates(events, (event) => defectsFor(event).length > 0)
  return {
    subjectId,
    locale: subject.locale,
    jurisdiction: person.jurisdiction,
    events,
    notices,
    purposes: states.map(({ purpose, state, since, noticeVersion, eventId }) => {
      const event = events.find((one) => one.id === eventId) ?? null
      const given = event !== null && isGiving(event.state)
      const defects = given ? defectsFor(event) : []
      const notice = event === null ? null : shownFor(event)
      const valid = given ? defects.length === 0 : null
      return { purpose, state, since, noticeVersion, valid, defects, notice, event }
    }),
  }
}
