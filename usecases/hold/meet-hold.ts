import { isErasing } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import { withPart } from '#domain/request/separation.ts'
import { isFinal, type RequestState } from '#domain/request/states.ts'
import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { HoldRecord, StoredRequest } from '../ports/request-store.ts'
import { AppError } from '../errors.ts'
import { requestActor } from '../request/request-actor.ts'
import { holdFact } from '../request/gather-facts.ts'
import { transition } from '../request/transition.ts'

/** States in which a plan lies before a supervisor, or was approved, and nothing of it has run. */
const undecided: readonly RequestState[] = ['awaiting_approval', 'returned', 'cooling_off']

/** The system erases the rest, but whoever lifted the hold had a part in it (invariant 2). */
const withLifter = (stored: StoredRequest, humanRef: string, now: number): StoredRequest => ({
  ...stored,
  request: withPart(stored.request, humanRef, 'lifted_hold', now),
})

/**
 * What a hold keeps is to be seen in the plan before anybody decides on it, so the systems are asked again. A case that
 * the hold stops altogether keeps its plan until it goes on.
 */
const planAnew = (request: Request, hold: HoldRecord, now: number): JobRequest[] =>
  isErasing(request.kind) && undecided.includes(request.state) && request.pauses.length === 0
    ? [{ kind: 'request.plan_anew', key: `request.plan_anew:${request.id}:${hold.id}:${now}`, payload: { request: request.id } }]
    : []

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
  const human = context.actor.type === 'staff' ? context.actor.humanRef : null
  for (const { request } of await store.requests.ofSubject(hold.subjectId)) {
    if (isFinal(request.state) && request.state !== 'completed') continue
    const stored = await store.requests.byId(request.id)
    if (stored === null) continue
    const event = hold.liftedAt === null
      ? ({ type: 'hold_placed', at: now, by, hold: holdFact(hold) } as const)
      : request.state === 'completed'
        // What only this hold kept of a finished erasure goes now (§5.2, retained): a step of the system's, whoever
        // lifted the hold.
        ? ({ type: 'rest_due', at: now, by: { type: 'system' } } as const)
        : ({ type: 'hold_lifted', at: now, by, ref: hold.holdRef } as const)
    try {
      const lifter = event.type === 'rest_due' ? human : null
      const done = await transition(context, lifter === null ? stored : withLifter(stored, lifter, now), event)
      // Only once it moved: where nothing was left by this hold, nobody took part.
      if (lifter !== null) await store.requests.addPart(request.id, { humanRef: lifter, part: 'lifted_hold', at: now })
      events.push({
        what: hold.liftedAt === null ? 'request.held' : 'request.released',
        case: request.caseCode,
        subjects: [hold.subjectId],
        data: { state: done.request.state },
      }, ...done.events)
      jobs.push(...done.jobs, ...planAnew(done.request, hold, now))
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code === 'conflict' || fault.code === 'unavailable') throw fault
    }
  }
  return { events, jobs }
}
