import { contactChangedAt, contactDoubts, type ContactDoubt, type ContactFacts } from '#domain/access/contact-doubt.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { contactsOf } from '../person/contact-facts.ts'
import { maskedPerson, maskIdentifier, type PersonOnFile } from '../person/masked-person.ts'
import type { VerificationRecord } from '../ports/call-store.ts'
import { codeRules } from '../verification/code-rules.ts'
import type { ChallengeView, LockedPersonView, VerificationWayView } from '../views/desk.ts'
import type { DeskContext } from './desk-context.ts'

/** A known person below level 2: the masked identity and the ways to verify, and nothing that was read beside them. */
export async function lockedPerson(
  desk: DeskContext,
  person: PersonOnFile,
  demo: boolean,
): Promise<Pick<LockedPersonView, 'person' | 'ways'>> {
  const { store, now, call, channels } = desk
  const [contacts, settings, verifications] = await Promise.all([
    contactsOf(store, person.subject, person.identifiers),
    store.settings.all(),
    store.calls.verifications(call.id),
  ])
  const freshMs = settingMs(settings, 'contact_fresh_days')
  const sent = verifications.find((one) => one.subjectId === person.subject.id && one.outcome !== 'superseded')
  const ways: VerificationWayView[] = []
  for (const type of ['phone', 'email'] as const) {
    const way = type === 'phone' ? 'code_phone' : 'code_email'
    const ofType = contacts.filter((contact) => contact.type === type)
    const reachable = type === 'phone' ? channels.sms : channels.email
    if (ofType.length === 0) ways.push(noContact(way))
    for (const contact of ofType) {
      const doubts = contactDoubts(contact, { now, callStartedAt: call.startedAt, freshMs })
      ways.push({
        wayId: contact.id,
        way,
        maskedContact: maskIdentifier(contact, 0),
        gives: doubts.length === 0 ? 2 : 1,
        against: doubts.map((doubt) => againstView(doubt, contact, freshMs)),
        lock: doubts.length > 0 ? { key: 'contact_doubtful' } : reachable ? null : { key: 'no_channel' },
        challenge: sent?.identifierId === contact.id ? await challengeView(desk, sent, demo) : null,
        best: false,
      })
    }
  }
  const best = ways.find((way) => way.lock === null)
  return {
    person: maskedPerson(person, 0),
    ways: ways.map((way) => ({ ...way, best: way === best })),
  }
}

const noContact = (way: 'code_phone' | 'code_email'): VerificationWayView => ({
  wayId: way, way, maskedContact: null, gives: 0, against: [], lock: { key: 'no_contact' }, challenge: null, best: false,
})

function againstView(doubt: ContactDoubt, contact: ContactFacts, freshMs: number): VerificationWayView['against'][number] {
  if (doubt !== 'changed_recently') return { key: doubt }
  const at = contactChangedAt(contact) ?? contact.heldFrom
  return { key: doubt, params: { at, until: at + freshMs } }
}

/** A code that is under way. Only a demo, whose outbox is on the screen, reads it out. */
export async function challengeView(
  { store, secrets, now }: DeskContext,
  verification: VerificationRecord,
  demo: boolean,
): Promise<ChallengeView | null> {
  if (verification.outcome === 'passed') return null
  const notification = await store.notifications.ofVerification(verification.id)
  const usable = verification.outcome === 'pending' && verification.expiresAt > now
  return {
    challengeId: verification.id,
    sentAt: verification.sentAt,
    expiresAt: verification.expiresAt,
    triesLeft: verification.outcome === 'pending' ? codeRules.tries - verification.tries : 0,
    delivery: notification?.state ?? 'queued',
    demoCode: demo && usable ? secrets.oneTimeCode(verification.id) : null,
  }
}
