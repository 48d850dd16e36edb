import { z } from 'zod'
import { query } from '../query.ts'
import type { MessageRoomView } from '../views/messages.ts'

const dayMs = 86_400_000
/** What the counts look back over, in days. */
const countedDays = 30
/** How many failed messages one page shows. */
const shownFailures = 100

/** How messages to people fared, by kind; and what failed, each with its case. Nothing of what they say or to whom. */
export const listMessages = query({
  name: 'notification.list',
  permission: 'notification.list',
  input: z.object({}),
  async run({ now, store }): Promise<MessageRoomView> {
    const [counts, failed, waitingSince, demo] = await Promise.all([
      store.notifications.counts(now - countedDays * dayMs),
      store.notifications.failed(shownFailures),
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
      failed: failed.map(({ id, template, channel, locale, requestId, createdAt, fault }) => ({
        notificationId: id,
        template,
        channel,
        locale,
        caseCode: requestId === null ? null : (codes.get(requestId) ?? null),
        madeAt: createdAt,
        fault: fault ?? 'unexpected',
      })),
    }
  },
})
