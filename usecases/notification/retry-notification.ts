import { z } from 'zod'
import { command, type CommandContext } from '../command.ts'
import { conflict, notFound, preconditionFailed } from '../errors.ts'
import { addCopyLink } from '../access/write-copy-link.ts'
import { copyPlace } from '../access/copy-place.ts'
import { copyTemplate } from '../access/copy-template.ts'
import { isToBeFetched } from '../access/copy-behind.ts'
import { addReadingLink } from '../telling/add-reading-link.ts'
import { tellingTemplate, writtenAtOf } from '../telling/letter-lost.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { MessagePlace, NotificationRecord } from '../ports/notification-store.ts'
import { notificationJob } from './notification-job.ts'
import { linkTemplates } from '../verification/add-link.ts'
import { hasDied } from '../verification/has-died.ts'
import { placeOfPerson, sealedPlace } from './message-places.ts'

type Reach = Pick<CommandContext<unknown>, 'store' | 'channels'>

/**
 * Sends a message that failed or bounced once more, because a person says so: to the same contact, or to the one that
 * is on file by now where that is gone or can not be reached. Neither a code nor a
 * one-time link is sent twice: it has run out, and the call or the case asks for a new one.
 */
export const retryNotification = command({
  name: 'notification.retry',
  permission: 'notification.retry',
  input: z.object({ notificationId: z.uuid() }),
  async run(context) {
    const { input, store, now } = context
    const notification = await store.notifications.get(input.notificationId)
    if (notification === null) throw notFound('notification')
    if (notification.verificationId !== null || linkTemplates.includes(notification.template)) throw preconditionFailed('code_asked_anew')
    if (notification.state !== 'failed' && notification.state !== 'bounced') throw conflict('stale')
    const request = notification.requestId === null ? null : await store.requests.byId(notification.requestId)
    const { template } = notification
    // By then somebody calls back: what says until when it can be read would not be true any more.
    const tells = template === tellingTemplate && request !== null
    if (tells && writtenAtOf(request) === null) throw preconditionFailed('telling_not_waited')
    const place = await placeFor(context, notification, request)
    if (place === null) throw preconditionFailed('nowhere_to_send')
    const again = notification.state === 'failed' ? sameAgain : oneMore
    const id = await again(context, notification, place)
    // Each message has a link of its own; the one that came back opens nothing any more.
    if (template === copyTemplate && request !== null && id !== notification.id) {
      await addCopyLink(context, request.request.id, id, notification.locale)
    }
    if (tells && id !== notification.id) await addReadingLink(context, request, place, id)
    // Which one it goes in place of; itself, where that never left.
    const after = notification.id
    const job = notificationJob(id)
    return {
      value: { notificationId: id },
      events: [
        {
          what: 'notification.retried',
          case: request?.request.caseCode ?? null,
          subjects: place.subjectId === null ? [] : [place.subjectId],
          data: { notification: id, after, template, channel: place.channel },
        },
      ],
      // The job is another one in either case.
      jobs: [{ ...job, key: `${job.key}:${now}` }],
    }
  },
})

/** The link to a copy goes to a contact that gives level 2 or nowhere, whatever it was that it came back from. */
async function placeFor(
  context: Reach & Pick<CommandContext<unknown>, 'now'>,
  notification: NotificationRecord,
  request: StoredRequest | null,
): Promise<MessagePlace | null> {
  if (notification.template !== copyTemplate || request === null) return placeNow(context, notification)
  if (!isToBeFetched(request.request, context.now)) return null
  const { identifierId, locale } = notification
  const place = (await copyPlace(context, request, identifierId)) ?? (await copyPlace(context, request))
  return place && { ...place, locale }
}

/** What may have arrived though its sending failed keeps its id, so that who receives it twice can tell. */
async function sameAgain({ store }: Reach, { id }: NotificationRecord, place: MessagePlace): Promise<string> {
  if (!(await store.notifications.queueAgain(id, place))) throw conflict('stale')
  return id
}

/**
 * What bounced has left under its name: another one goes under a name of its own, so that no gateway takes it for one
 * that it had already, and a late report about the first is none about it.
 */
async function oneMore(
  { store, ids, now }: Reach & Pick<CommandContext<unknown>, 'ids' | 'now'>,
  bounced: NotificationRecord,
  place: MessagePlace,
): Promise<string> {
  if (!(await store.notifications.replace(bounced.id))) throw conflict('stale')
  const id = ids.uuid()
  await store.notifications.add({ ...bounced, ...place, id, state: 'queued', createdAt: now, sentAt: null, fault: null })
  return id
}

/**
 * The contact that it was meant for, as long as that is on file; else where the person is told now. From where it came
 * back it goes to another one on file first. What belongs to no case (a warning to one contact about that contact) goes
 * to that one or nowhere.
 */
async function placeNow(
  context: Reach,
  { subjectId, identifierId, sealedId, requestId, channel, locale, state }: NotificationRecord,
): Promise<MessagePlace | null> {
  if (sealedId !== null) return (await sealedPlace(context, sealedId))[0] ?? null
  if (subjectId === null) return null
  const { store, channels } = context
  if ((await store.subjects.get(subjectId))?.status !== 'active') return null
  const meant = (await store.subjects.identifiers(subjectId)).find((one) => one.id === identifierId)
  const same = meant === undefined ? null : { channel, locale, subjectId, identifierId: meant.id, sealedId: null }
  if (requestId === null) return same
  if (await hasDied(store, subjectId)) return placeOfPerson(context, subjectId)
  if (state === 'bounced') {
    const other = await placeOfPerson(context, subjectId, identifierId)
    if (other !== null) return other
  }
  return same !== null && meant?.heldTo === null && channels[channel] ? same : placeOfPerson(context, subjectId)
}
