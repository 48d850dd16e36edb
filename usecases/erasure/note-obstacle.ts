import { obstacle, withAccessGrace } from '#domain/request/obstacles.ts'
import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { carryOut } from '../request/carry-out.ts'
import { gatherFacts } from '../request/gather-facts.ts'

/**
 * Something came in the way after the work had begun (an access was asked for, a hold came by an import): the request
 * says so from now on, an open access gets its days, and the clock that looks again is set.
 */
export async function noteObstacle(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  stored: StoredRequest,
): Promise<{ events: AuditEvent[]; jobs: JobRequest[] }> {
  const { store, actor, now } = context
  const { request, origin } = stored
  if (request.state !== 'executing' || request.waiting !== null) return { events: [], jobs: [] }
  const facts = await gatherFacts(store, { request, origin, actor, now, levels: new Map() })
  const graced = withAccessGrace(request, now, facts)
  const found = obstacle(graced.request, now, facts)
  if (found === null) return { events: [], jobs: [] }
  await store.requests.save({ ...graced.request, waiting: { ...found, since: now } }, stored.decideBy)
  return carryOut(context, graced.request, origin, graced.effects, facts)
}
