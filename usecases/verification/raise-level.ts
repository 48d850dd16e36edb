import { assuranceFrom, type AssuranceLevel, type Proof } from '#domain/access/assurance.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { scriptBook } from '#domain/script/script.ts'
import { checkObstacle } from '#domain/verification/caller-check.ts'
import type { CommandContext } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { contactsOf } from '../person/contact-facts.ts'
import type { CallRecord, VerificationRecord } from '../ports/call-store.ts'
import type { CheckLine } from '../ports/check-store.ts'
import type { Store } from '../ports/store.ts'

/** Everything shown in a call about one person that counts, as the rules name it. */
export async function proofsIn(
  store: Store,
  { callId, subjectId }: { readonly callId: string; readonly subjectId: string },
  now: number,
): Promise<Proof[]> {
  const [attempts, checks] = await Promise.all([store.calls.verifications(callId), store.checks.ofSubject(subjectId)])
  return attempts
    .filter((one) => one.subjectId === subjectId && one.outcome === 'passed')
    .flatMap((one) => proofOf(one, checks.find(({ id }) => id === one.identifierId), now))
}

function proofOf({ method, identifierId }: VerificationRecord, check: CheckLine | undefined, now: number): Proof[] {
  switch (method) {
    case 'code_phone':
    case 'code_email':
      return [{ kind: 'one_time_code', contactId: identifierId }]
    case 'link_phone':
    case 'link_email':
      return [{ kind: 'one_time_link', contactId: identifierId }]
    case 'call_back':
      return [{ kind: 'call_back', contactId: identifierId }]
    case 'document':
      return [{ kind: 'document_by_reference' }]
    case 'answers':
      return [{ kind: 'answers_from_file' }]
    // Of who was erased: about nobody on file.
    case 'document_tag':
    case 'receipt':
      return []
    case 'code_stated': {
      if (check === undefined) return []
      const checked = checkObstacle(check, now) === null
      if (check.kind === 'authority') return [{ kind: 'representative', contactVerified: true, authorityChecked: checked }]
      // Until everything else holds, a contact that the caller named themselves says no more than that they called.
      return [checked ? { kind: 'lost_contact_procedure' } : { kind: 'caller_id' }]
    }
  }
}

/** Whether whoever holds a contact of theirs said in this call that it is not them who calls. */
export const isDenied = async (store: Store, callId: string, subjectId: string): Promise<boolean> =>
  (await store.calls.verifications(callId)).some((one) => one.subjectId === subjectId && one.outcome === 'refused')

/** The level that everything shown in this call gives together, as things stand now, written to the call's grant. */
export async function raiseLevel(
  { store, actor, now }: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now'>,
  call: CallRecord,
  subjectId: string,
): Promise<AssuranceLevel> {
  const subject = await store.subjects.get(subjectId)
  const grant = await store.calls.grant(call.id, subjectId)
  if (subject === null || grant === null) throw preconditionFailed('code_not_possible', { call: call.id })
  const proofs = await proofsIn(store, { callId: call.id, subjectId }, now)
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subjectId))
  const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
  const shown = assuranceFrom(proofs, { now, callStartedAt: call.startedAt, freshMs, contacts }).level
  // Whoever holds a contact on file says that they do not call: whatever else is shown here is a claim.
  const level = (await isDenied(store, call.id, subjectId)) ? (Math.min(shown, 1) as AssuranceLevel) : shown
  await store.calls.putGrant({ ...grant, level, levelAt: now })
  // Only now may the file say which language the caller reads; what the agent chose stays. A representative has
  // their own.
  const agent = actor.type === 'nobody' ? await store.staff.byId(call.staffId) : actor
  const untouched = agent !== null && 'locale' in agent && call.locale === agent.locale
  const themselves = !proofs.some(({ kind }) => kind === 'representative')
  if (level >= 2 && untouched && themselves && subject.locale !== null) {
    await store.calls.save({ ...call, locale: scriptBook(subject.locale).locale })
  }
  return level
}
