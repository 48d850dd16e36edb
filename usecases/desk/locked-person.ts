import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { contactsOf } from '../person/contact-facts.ts'
import { maskedPerson, type PersonOnFile } from '../person/masked-person.ts'
import type { LockedPersonView, VerificationWayView } from '../views/desk.ts'
import { checkWays } from './check-ways.ts'
import { codeWays, newestChallenge } from './code-ways.ts'
import type { DeskContext } from './desk-context.ts'
import { otherWays } from './other-ways.ts'

/** A known person below level 2: the masked identity and the ways to verify, and nothing that was read beside them. */
export async function lockedPerson(
  desk: DeskContext,
  person: PersonOnFile,
  level: AssuranceLevel,
): Promise<Pick<LockedPersonView, 'person' | 'ways' | 'notMe' | 'denied'>> {
  const { store, call } = desk
  const subjectId = person.subject.id
  const [contacts, verifications] = await Promise.all([
    contactsOf(store, person.subject, person.identifiers),
    store.calls.verifications(call.id),
  ])
  const sent = newestChallenge(verifications, subjectId)
  const denied = verifications.some((one) => one.subjectId === subjectId && one.outcome === 'refused')
  const [codes, checks, others] = await Promise.all([
    codeWays(desk, contacts, sent),
    checkWays(desk, subjectId, level, sent),
    otherWays(desk, contacts),
  ])
  const lostUnderWay = checks.some((way) => way.way === 'lost_contact')
  const ways = [...codes, ...checks, ...others.filter((way) => way.way !== 'lost_contact' || !lostUnderWay)]
  const best = denied ? undefined : [...codes, ...checks].find((way) => way.lock === null && way.gives >= 2)
  return {
    person: maskedPerson(person, 0),
    ways: ways.map((way): VerificationWayView => ({
      ...way, best: way === best, lock: denied ? { key: 'contact_denies' } : way.lock,
    })),
    denied,
    // By the level alone: whether there is a case at all is not open yet.
    notMe: level < 1 ? { key: 'needs_level', params: { level: 1 } } : null,
  }
}
