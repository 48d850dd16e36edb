import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { letterLost, tellingTemplate } from '../telling/letter-lost.ts'

/** How sending one message went; of two that tried, the first one's word stands. Actor: the system. */
export const finishNotification = command({
  name: 'notification.finish',
  permission: 'notification.send',
  input: z.object({
    notificationId: z.uuid(),
    state: z.enum(['sent', 'failed']),
    /** A code, never a mail server's words. */
    fault: z.string().regex(/^[a-z0-9_]{1,60}$/).nullable(),
  }),
  async run(context) {
    const { input, store, now } = context
    const notification = await store.notifications.get(input.notificationId)
    if (notification === null) throw notFound('notification')
    const first = await store.notifications.end(notification.id, input.state, input.fault, now)
    const request = notification.requestId === null ? null : await store.requests.byId(notification.requestId)
    const { template, channel } = notification
    const data = { notification: notification.id, template, channel, first }
    const failed = first && input.state === 'failed' && template === tellingTemplate
    const lost = failed && request !== null ? await letterLost(context, request) : { events: [], jobs: [] }
    return {
      value: { first },
      events: [
        {
          what: input.state === 'sent' ? 'notification.sent' : 'notification.failed',
          outcome: input.state === 'sent' ? 'ok' : 'failed',
          case: request?.request.caseCode ?? null,
          subjects: notification.subjectId === null ? [] : [notification.subjectId],
          data: input.fault === null ? data : { ...data, fault: input.fault },
        },
        ...lost.events,
      ],
      jobs: lost.jobs,
    }
  },
})
