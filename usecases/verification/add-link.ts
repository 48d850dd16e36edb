import type { CommandContext } from '../command.ts'
import { preconditionFailed, type ErrorAbout } from '../errors.ts'
import type { NotificationRecord } from '../ports/notification-store.ts'
import { tokenSha256 } from '../telling/add-reading-link.ts'
import { codeRules } from './code-rules.ts'

const hour = 3_600_000

/** The kinds of message that carry such a link. Sent again they would carry one that is known as another's. */
export const linkTemplates: readonly string[] = ['one_time_link', 'one_time_link_case']

/**
 * Adds the link that a message to a contact on file carries: its secret is derived from the message's id and stored as
 * a hash alone.
 *
 * @throws PreconditionFailed when too many went to that contact within the hour, in whatever call or case
 */
export async function addLink(
  { store, secrets, now }: Pick<CommandContext<unknown>, 'store' | 'secrets' | 'now'>,
  { id, subjectId, identifierId, verificationId, requestId }: NotificationRecord,
  { expiresAt, about }: { readonly expiresAt: number; readonly about: ErrorAbout },
): Promise<void> {
  if (subjectId === null || identifierId === null) throw preconditionFailed('code_not_possible', about)
  const sent = await store.links.sentTo(identifierId, now - hour)
  if (sent >= codeRules.linksPerHour) throw preconditionFailed('too_many_codes', about)
  await store.links.add({
    id, subjectId, identifierId, verificationId, requestId, expiresAt,
    tokenSha256: tokenSha256(secrets.readingToken(id)),
    sentAt: now,
    outcome: 'pending',
    endedAt: null,
  })
}
