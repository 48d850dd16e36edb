import { z } from 'zod'
import { query } from '../query.ts'
import { undeliveredView } from './undelivered-view.ts'
import type { MessageRoomView } from '../views/messages.ts'

const dayMs = 86_400_000
/** What the counts look back over, in days. */
const countedDays = 30
/** How many messages that reached nobody one page shows. */
const shownFailures = 100

/** How messages to people fared, by kind; and what failed or bounced, each with its case; not what they say. */
export const listMessages = query({
  name: 'notification.list',
  permission: 'notification.list',
  input: z.object({}),
  async run({ now, store }): Promise<MessageRoomView> {
    const [counts, failed, waitingSince, demo] = await Promise.all([
      store.notifications.counts(now - countedDays * dayMs),
      store.notifications.undelivered(shownFailures),
      store.notifications.oldestQueued(),
      store.settings.meta('demo'),
    ])
    const codes = new Map<string, string>()
    for (const { requestId } of failed) {
      if (requestId === null || codes.has(requestId)) continue
      const stored = await store.requests.byId(requestId)
      if (stored !== null) codes.set(requestId, stored.request.caseCode)
    }
    return {
      now,
      countedDays,
      waitingSince,
      isDemo: demo === 'yes',
      counts: counts.map((one) => ({ ...one })),
      failed: failed.map((message) => ({
        notificationId: message.id,
        ...undeliveredView(message),
        locale: message.locale,
        caseCode: message.requestId === null ? null : (codes.get(message.requestId) ?? null),
      })),
    }
  },
})
