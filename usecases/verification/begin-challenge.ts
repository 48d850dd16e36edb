import type { CommandContext } from '../command.ts'
import { preconditionFailed, type ErrorAbout } from '../errors.ts'
import type { CallRecord, VerificationRecord } from '../ports/call-store.ts'
import type { NotificationRecord } from '../ports/notification-store.ts'
import { codeRules } from './code-rules.ts'
import { isChallenge } from './stated.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'ids' | 'now'>

/** What is sent in a call, and to where. */
export interface Challenge {
  readonly call: CallRecord
  readonly subjectId: string
  readonly about: ErrorAbout
  readonly method: VerificationRecord['method']
  /** What it goes by: a contact on file, or a caller check. */
  readonly identifierId: string
  readonly type: 'phone' | 'email'
  readonly locale: string
  readonly template: 'one_time_code' | 'one_time_link'
}

/**
 * Puts a code or a link under way in a call, in place of any that was: the newest one counts, and no more than a few
 * are sent about one person.
 *
 * @throws PreconditionFailed when too many were, or when whoever holds a contact on file said that they do not call
 */
export async function beginChallenge(
  { store, ids, now }: Context,
  challenge: Challenge,
): Promise<{ verification: VerificationRecord; notification: NotificationRecord }> {
  const { call, subjectId, about, method, identifierId, type, locale, template } = challenge
  const earlier = (await store.calls.verifications(call.id)).filter((one) => one.subjectId === subjectId)
  if (earlier.some(({ outcome }) => outcome === 'refused')) throw preconditionFailed('contact_denies', about)
  const sent = earlier.filter(isChallenge)
  if (sent.length >= codeRules.perCall) throw preconditionFailed('too_many_codes', about)
  for (const { id, outcome } of sent) if (outcome === 'pending') await store.calls.endVerification(id, 'superseded', now)
  const verification: VerificationRecord = {
    id: ids.uuid(), callId: call.id, subjectId, method, identifierId, sentAt: now,
    expiresAt: now + codeRules.livesMs, tries: 0, outcome: 'pending',
  }
  await store.calls.addVerification(verification)
  const notification: NotificationRecord = {
    id: ids.uuid(),
    channel: type === 'phone' ? 'sms' : 'email',
    template,
    locale,
    subjectId,
    identifierId,
    sealedId: null,
    requestId: null,
    verificationId: verification.id,
    state: 'queued',
    createdAt: now,
    sentAt: null,
    fault: null,
  }
  await store.notifications.add(notification)
  return { verification, notification }
}
