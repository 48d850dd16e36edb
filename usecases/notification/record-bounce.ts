import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { letterLost, tellingTemplate } from '../telling/letter-lost.ts'
import { bounceCodePattern } from './bounce-codes.ts'
import { messageTokenPattern, readMessageToken } from './message-token.ts'

/**
 * A message that a mail server or gateway had taken did not arrive after all. Of two reports the first one stands. What
 * the message was about stays as it is: a code that bounced verifies nobody, and takes no level away. Only a deletion's
 * consequence that waits to be read is told to nobody then, as if it had never left.
 */
export const recordBounce = command({
  name: 'notification.record_bounce',
  permission: 'notification.record_bounce',
  input: z.object({
    /** What the report names it by; more than one where something else in it looks like a name of ours. */
    tokens: z.array(z.string().regex(messageTokenPattern)).min(1).max(20),
    code: z.string().regex(bounceCodePattern),
  }),
  async run(context) {
    const { input, store, secrets } = context
    const ids = new Set(input.tokens.flatMap((token) => readMessageToken(secrets, token) ?? []))
    const [id, another] = ids
    const notification = id === undefined || another !== undefined ? null : await store.notifications.get(id)
    if (notification === null) throw notFound('message_token')
    const { template, channel, requestId, subjectId } = notification
    const first = await store.notifications.bounce(notification.id, input.code)
    const request = requestId === null ? null : await store.requests.byId(requestId)
    const tells = first && template === tellingTemplate && request !== null
    const lost = tells ? await letterLost(context, request) : { events: [], jobs: [] }
    return {
      value: { notificationId: notification.id, first },
      events: [
        {
          what: 'notification.bounced',
          outcome: 'failed',
          case: request?.request.caseCode ?? null,
          subjects: subjectId === null ? [] : [subjectId],
          data: { notification: notification.id, template, channel, class: input.code, first },
        },
        ...lost.events,
      ],
      jobs: lost.jobs,
    }
  },
})
