import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { checkObstacle } from '#domain/verification/caller-check.ts'
import type { CommandContext } from '../command.ts'
import { preconditionFailed, type ErrorAbout } from '../errors.ts'
import { contactsOf } from '../person/contact-facts.ts'
import type { CallRecord, VerificationRecord } from '../ports/call-store.ts'
import type { CheckRecord } from '../ports/check-store.ts'
import type { SubjectRecord } from '../ports/subject-store.ts'

/** Where a code goes, and what its passing stands for. */
export interface CodeGoesTo {
  /** The contact on file, or the caller check. */
  readonly id: string
  readonly type: 'phone' | 'email'
  readonly method: VerificationRecord['method']
  readonly locale: string
  /** Set where it goes to a contact that the caller stated. */
  readonly check: CheckRecord | null
}

/**
 * A contact on file against which nothing speaks, or one that a caller stated for a check that stands.
 *
 * @throws PreconditionFailed when no code may go there
 */
export async function codeGoesTo(
  { store, now, channels }: Pick<CommandContext<unknown>, 'store' | 'now' | 'channels'>,
  call: CallRecord,
  subject: SubjectRecord,
  asked: { readonly wayId: string; readonly about: ErrorAbout },
): Promise<CodeGoesTo> {
  const { wayId, about } = asked
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subject.id))
  const contact = contacts.find((one) => one.id === wayId)
  const reachable = (type: 'phone' | 'email') => (type === 'phone' ? channels.sms : channels.email)
  if (contact !== undefined) {
    const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
    const doubts = contactDoubts(contact, { now, callStartedAt: call.startedAt, freshMs })
    if (doubts.length > 0 || !reachable(contact.type)) throw preconditionFailed('code_not_possible', about)
    const method = contact.type === 'phone' ? 'code_phone' : 'code_email'
    return { id: contact.id, type: contact.type, method, locale: subject.locale ?? call.locale, check: null }
  }
  const check = await store.checks.get(wayId)
  if (check === null || check.subjectId !== subject.id || !mayBeTried(check, now) || !reachable(check.contact.type)) {
    throw preconditionFailed('code_not_possible', about)
  }
  return { id: check.id, type: check.contact.type, method: 'code_stated', locale: check.locale, check }
}

/** A representative's contact is verified while the authority waits; a lost contact's only once all else holds. */
function mayBeTried(check: CheckRecord, now: number): boolean {
  const obstacle = checkObstacle(check, now)
  return obstacle === null || (check.kind === 'authority' && obstacle === 'not_checked')
}
