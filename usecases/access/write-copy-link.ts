import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { notificationJob } from '../notification/notification-job.ts'
import type { MessagePlace } from '../ports/notification-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { letterFacts } from '../telling/letter-facts.ts'
import { copyTokenSha256 } from './copy-behind.ts'
import { copyTemplate } from './copy-template.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'secrets' | 'now'>

/** Adds the link that a message carries. The one before it opens nothing any more. */
export async function addCopyLink(
  { store, secrets, now }: Context,
  requestId: string,
  messageId: string,
  locale: string,
): Promise<void> {
  const [before] = await store.copies.ofRequest(requestId)
  await store.copies.add({
    id: messageId,
    requestId,
    tokenSha256: copyTokenSha256(secrets.copyToken(messageId)),
    locale,
    // Two in one millisecond still have an order.
    madeAt: Math.max(now, (before?.madeAt ?? 0) + 1),
    openedAt: null,
    handedAt: null,
  })
}

/** Writes one message with a link to the copy, in the language of whoever asked. */
export async function writeCopyLink(
  context: Context,
  stored: StoredRequest,
  place: MessagePlace,
  messageId: string,
): Promise<{ event: AuditEvent; job: JobRequest }> {
  const { store, now } = context
  const { request, origin } = stored
  const { locale } = await letterFacts(store, request, origin, now)
  await store.notifications.add({
    ...place, locale, id: messageId, template: copyTemplate, requestId: request.id, verificationId: null,
    state: 'queued', createdAt: now, sentAt: null, fault: null,
  })
  await addCopyLink(context, request.id, messageId, locale)
  const data = { notification: messageId, channel: place.channel }
  return { event: { what: 'request.access_link_sent', ...aboutRequest(request), data }, job: notificationJob(messageId) }
}
