import { assuranceFrom, type Proof } from '#domain/access/assurance.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { contactsOf } from '../person/contact-facts.ts'
import type { PersonOnFile } from '../person/masked-person.ts'
import { proofsIn } from '../verification/raise-level.ts'
import type { ChoiceView, VerificationWayView } from '../views/desk.ts'
import { codeWays, newestChallenge } from './code-ways.ts'
import type { DeskContext } from './desk-context.ts'
import { begun } from './other-ways.ts'

/**
 * How the caller gets from level 2 to 3: the other contact on file, or an identity document by its reference. Offered
 * only where something on this page needs it (domain book §5.1); a way that would not get there is locked.
 */
export async function secondFactor(
  desk: DeskContext,
  person: PersonOnFile,
  choices: readonly ChoiceView[],
): Promise<VerificationWayView[]> {
  const wanted = choices.some(({ lock }) => lock?.key === 'needs_level' && lock.params.level === 3)
  if (!wanted) return []
  const { store, now, call } = desk
  const subjectId = person.subject.id
  const [contacts, verifications, proofs, settings] = await Promise.all([
    contactsOf(store, person.subject, person.identifiers),
    store.calls.verifications(call.id),
    proofsIn(store, { callId: call.id, subjectId }, now),
    store.settings.all(),
  ])
  const freshMs = settingMs(settings, 'contact_fresh_days')
  const facts = { now, callStartedAt: call.startedAt, freshMs, contacts }
  const levelWith = (proof: Proof) => assuranceFrom([...proofs, proof], facts).level
  const used = new Set(proofs.flatMap((proof) => ('contactId' in proof ? [proof.contactId] : [])))
  const codes = await codeWays(desk, contacts, newestChallenge(verifications, subjectId))
  const others = codes.filter((way) => !used.has(way.wayId))
  return [...others, begun('document', 3)].map((way): VerificationWayView => {
    const gives = levelWith(way.way === 'document' ? { kind: 'document_by_reference' } : { kind: 'one_time_code', contactId: way.wayId })
    return { ...way, gives, lock: way.lock ?? (gives < 3 ? { key: 'beside_a_contact' } : null) }
  })
}
