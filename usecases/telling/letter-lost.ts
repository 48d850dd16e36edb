import { pauseOf } from '#domain/request/pause.ts'
import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { NotificationRecord } from '../ports/notification-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { transition } from '../request/transition.ts'

/** The notice that tells a deletion's consequence. */
export const tellingTemplate = 'consequence_in_writing'

/** It never left, or came back; what was sent in place of one that came back speaks for itself. */
const reachedNobody: ReadonlySet<NotificationRecord['state']> = new Set(['failed', 'bounced', 'sent_again'])

type Context = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>

/** When the consequence was written that a parked case waits to be read; null where it waits for no such thing. */
export const writtenAtOf = ({ request }: StoredRequest): number | null =>
  pauseOf(request, 'parked')?.inWritingAt ?? null

/**
 * What was to be told in writing reached nobody, so nobody was told: somebody calls back. Nothing happens while another
 * message of the same telling is on its way or arrived.
 */
export async function letterLost(
  context: Context,
  stored: StoredRequest,
): Promise<{ events: readonly AuditEvent[]; jobs: readonly JobRequest[] }> {
  const writtenAt = writtenAtOf(stored)
  if (writtenAt === null) return { events: [], jobs: [] }
  const messages = await context.store.notifications.ofRequest(stored.request.id, tellingTemplate)
  const isOut = messages.some(({ createdAt, state }) => createdAt >= writtenAt && !reachedNobody.has(state))
  if (isOut) return { events: [], jobs: [] }
  const done = await transition(context, stored, { type: 'not_delivered', at: context.now, by: { type: 'system' } })
  return { events: [{ what: 'request.not_delivered', ...aboutRequest(done.request) }, ...done.events], jobs: done.jobs }
}
