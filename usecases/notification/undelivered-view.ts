import type { NotificationRecord } from '../ports/notification-store.ts'
import type { UndeliveredView } from '../views/messages.ts'
import { bounceReason } from './bounce-codes.ts'

/** What a screen shows of a message that reached nobody: its kind, its way and a coded reason. */
export function undeliveredView({ template, channel, state, createdAt, fault }: NotificationRecord): UndeliveredView {
  const bounced = state === 'bounced' && fault !== null
  return {
    template,
    channel,
    bounced,
    madeAt: createdAt,
    fault: bounced ? bounceReason(fault) : (fault ?? 'unexpected'),
    status: bounced && /^\d/.test(fault) ? fault : null,
  }
}
