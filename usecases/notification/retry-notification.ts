import { z } from 'zod'
import { command, type CommandContext } from '../command.ts'
import { conflict, notFound, preconditionFailed } from '../errors.ts'
import type { MessagePlace, NotificationRecord } from '../ports/notification-store.ts'
import { notificationJob } from './notification-job.ts'
import { hasDied } from '../verification/has-died.ts'
import { placeOfPerson, sealedPlace } from './message-places.ts'

/**
 * Sends a failed message once more, because a person says so: to the same contact, or to the one that is on file by now
 * where that is gone or can not be reached. A code is not sent twice: it has run out, and the call asks for a new one.
 */
export const retryNotification = command({
  name: 'notification.retry',
  permission: 'notification.retry',
  input: z.object({ notificationId: z.uuid() }),
  async run(context) {
    const { input, store, now } = context
    const notification = await store.notifications.get(input.notificationId)
    if (notification === null) throw notFound('notification')
    if (notification.verificationId !== null) throw preconditionFailed('code_asked_anew')
    if (notification.state !== 'failed') throw conflict('stale')
    const place = await placeNow(context, notification)
    if (place === null) throw preconditionFailed('nowhere_to_send')
    if (!(await store.notifications.queueAgain(notification.id, place))) throw conflict('stale')
    const { id, template, requestId } = notification
    const request = requestId === null ? null : await store.requests.byId(requestId)
    const job = notificationJob(id)
    return {
      value: { notificationId: id },
      events: [
        {
          what: 'notification.retried',
          case: request?.request.caseCode ?? null,
          subjects: place.subjectId === null ? [] : [place.subjectId],
          data: { notification: id, template, channel: place.channel },
        },
      ],
      // The message keeps its own id, so who receives it twice can tell; the job is another one.
      jobs: [{ ...job, key: `${job.key}:${now}` }],
    }
  },
})

/**
 * The contact that it was meant for, as long as that is on file; else where the person is told now. What belongs to no
 * case (a warning to one contact about that contact) goes to that one or nowhere.
 */
async function placeNow(
  context: Pick<CommandContext<unknown>, 'store' | 'channels'>,
  { subjectId, identifierId, sealedId, requestId, channel, locale }: NotificationRecord,
): Promise<MessagePlace | null> {
  if (sealedId !== null) return (await sealedPlace(context, sealedId))[0] ?? null
  if (subjectId === null) return null
  const { store, channels } = context
  if ((await store.subjects.get(subjectId))?.status !== 'active') return null
  const meant = (await store.subjects.identifiers(subjectId)).find((one) => one.id === identifierId)
  const same = meant === undefined ? null : { channel, locale, subjectId, identifierId: meant.id, sealedId: null }
  if (requestId === null) return same
  if (await hasDied(store, subjectId)) return placeOfPerson(context, subjectId)
  return same !== null && meant?.heldTo === null && channels[channel] ? same : placeOfPerson(context, subjectId)
}
