import type { EventOf } from '#domain/request/events.ts'
import { decide } from '#domain/request/machine.ts'
import type { Request } from '#domain/request/request.ts'
import type { CommandContext } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { RequestOrigin } from '../ports/request-store.ts'
import { aboutRequest, carryOut } from './carry-out.ts'
import { gatherFacts } from './gather-facts.ts'
import { jurisdictionsOf } from './law-facts.ts'
import { requestActor } from './request-actor.ts'
import { requestDates } from './request-dates.ts'
import { saveParts } from './save-parts.ts'

/** What is asked for; the machine adds the dates, the state and who did it. */
export type Opening = Pick<
  EventOf<'open'>,
  'kind' | 'scope' | 'purpose' | 'about' | 'subjects' | 'source' | 'askedByPerson' | 'told' | 'receivedAt' | 'caseCode'
> & { readonly origin: RequestOrigin }

/**
 * Opens a request: dates under the law of this moment, the machine's own checks, the row, and who did it.
 *
 * @throws PreconditionFailed with the machine's refusal as reason
 */
export async function openRequest(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  opening: Opening,
): Promise<{ request: Request; events: readonly [AuditEvent, ...AuditEvent[]]; jobs: readonly JobRequest[] }> {
  const { store, actor, now, ids } = context
  const { origin, ...asked } = opening
  const jurisdictions = await jurisdictionsOf(
    store, asked.subjects.map((subject) => subject.subjectId), origin.jurisdiction,
  )
  const { due, decideBy } = await requestDates(store, { ...asked, jurisdictions })
  const event: EventOf<'open'> = {
    ...asked,
    type: 'open',
    id: ids.uuid(),
    at: now,
    by: requestActor(actor),
    dueAt: due.dueAt,
    decideBy,
    lawVersion: due.lawVersion,
  }
  const subjects = asked.subjects.map((subject) => ({ ...subject, level: 0 as const }))
  const facts = await gatherFacts(store, { request: { ...event, subjects }, origin, actor, now, levels: new Map() })
  const answer = decide(null, event, facts)
  if (!answer.ok) throw preconditionFailed(answer.reason, { call: origin.callId ?? undefined })
  await store.requests.add(answer.next, origin, answer.next.decideBy)
  await saveParts(store, null, answer.next)
  const done = await carryOut(context, answer.next, origin, answer.effects, facts)
  const opened: AuditEvent = {
    what: 'request.opened',
    ...aboutRequest(answer.next),
    call: origin.callId,
    data: {
      kind: asked.kind,
      scope: asked.scope.scope,
      service: asked.scope.scope === 'service' ? asked.scope.service : null,
      law_version: due.lawVersion,
    },
  }
  return { request: answer.next, events: [opened, ...done.events], jobs: done.jobs }
}
