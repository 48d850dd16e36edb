import { isFinal } from '#domain/request/states.ts'
import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { HoldRecord } from '../ports/request-store.ts'
import { AppError } from '../errors.ts'
import { requestActor } from '../request/request-actor.ts'
import { holdFact } from '../request/gather-facts.ts'
import { transition } from '../request/transition.ts'

/**
 * Lets every unfinished request of the subject meet a hold that was placed or lifted. A request that the machine does
 * not move by it (another kind, another service) stays as it is; before each destructive step holds are asked anyway.
 */
export async function meetHold(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  hold: HoldRecord,
): Promise<{ events: AuditEvent[]; jobs: JobRequest[] }> {
  const { store, now } = context
  const events: AuditEvent[] = []
  const jobs: JobRequest[] = []
  // Whoever placed or lifted it has a part in each of these requests from now on (invariant 2).
  const by = requestActor(context.actor)
  for (const { request } of await store.requests.ofSubject(hold.subjectId)) {
    if (isFinal(request.state) && request.state !== 'completed') continue
    const stored = await store.requests.byId(request.id)
    if (stored === null) continue
    const event = hold.liftedAt === null
      ? ({ type: 'hold_placed', at: now, by, hold: holdFact(hold) } as const)
      : request.state === 'completed'
        // What only this hold kept of a finished erasure goes now (§5.2, retained).
        ? ({ type: 'rest_due', at: now, by } as const)
        : ({ type: 'hold_lifted', at: now, by, ref: hold.holdRef } as const)
    try {
      const done = await transition(context, stored, event)
      events.push({
        what: hold.liftedAt === null ? 'request.held' : 'request.released',
        case: request.caseCode,
        subjects: [hold.subjectId],
        data: { state: done.request.state },
      }, ...done.events)
      jobs.push(...done.jobs)
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code === 'conflict' || fault.code === 'unavailable') throw fault
    }
  }
  return { events, jobs }
}
