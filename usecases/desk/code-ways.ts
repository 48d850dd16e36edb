import { contactChangedAt, contactDoubts, type ContactDoubt, type ContactFacts } from '#domain/access/contact-doubt.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { ContactOnFile } from '../person/contact-facts.ts'
import { maskIdentifier } from '../person/masked-person.ts'
import type { VerificationRecord } from '../ports/call-store.ts'
import { codeRules } from '../verification/code-rules.ts'
import { isChallenge, isLink } from '../verification/stated.ts'
import type { ChallengeView, VerificationWayView } from '../views/desk.ts'
import type { DeskContext } from './desk-context.ts'

/** A code or a link to each contact on file, with what speaks against it. */
export async function codeWays(
  desk: DeskContext,
  contacts: readonly ContactOnFile[],
  sent: VerificationRecord | undefined,
): Promise<VerificationWayView[]> {
  const { store, now, call, channels } = desk
  const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
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
        challenge: sent?.identifierId === contact.id ? await challengeView(desk, sent) : null,
        best: false,
        check: null,
      })
    }
  }
  return ways
}

/** The newest code or link of this call about a person that still counts, wherever it went. */
export const newestChallenge = (
  verifications: readonly VerificationRecord[],
  subjectId: string,
): VerificationRecord | undefined =>
  verifications.find(
    (one) =>
      one.subjectId === subjectId && isChallenge(one) && !['superseded', 'lapsed', 'refused'].includes(one.outcome),
  )

const noContact = (way: 'code_phone' | 'code_email'): VerificationWayView => ({
  wayId: way, way, maskedContact: null, gives: 0, against: [], lock: { key: 'no_contact' }, challenge: null, best: false,
  check: null,
})

function againstView(doubt: ContactDoubt, contact: ContactFacts, freshMs: number): VerificationWayView['against'][number] {
  if (doubt !== 'changed_recently') return { key: doubt }
  const at = contactChangedAt(contact) ?? contact.heldFrom
  return { key: doubt, params: { at, until: at + freshMs } }
}

/** A code or a link that is under way. Only a demo, whose outbox is on the screen, reads it out. */
export async function challengeView(
  { store, secrets, now }: DeskContext,
  verification: VerificationRecord,
): Promise<ChallengeView | null> {
  if (verification.outcome === 'passed') return null
  const notification = await store.notifications.ofVerification(verification.id)
  const demo = (await store.settings.meta('demo')) === 'yes'
  const linked = isLink(verification)
  const usable = verification.outcome === 'pending' && verification.expiresAt > now
  return {
    challengeId: verification.id,
    sentAt: verification.sentAt,
    expiresAt: verification.expiresAt,
    triesLeft: verification.outcome === 'pending' ? codeRules.tries - verification.tries : 0,
    delivery: notification === null ? 'queued' : notification.state === 'sent_again' ? 'bounced' : notification.state,
    demoCode: demo && usable && !linked ? secrets.oneTimeCode(verification.id) : null,
    by: linked ? 'link' : 'code',
    demoLink: demo && usable && linked && notification !== null ? `/confirm/${secrets.readingToken(notification.id)}` : null,
  }
}
