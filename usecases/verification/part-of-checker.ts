import { isFinal } from '#domain/request/states.ts'
import { staffActor } from '../call/own-call.ts'
import type { CommandContext } from '../command.ts'
import type { AuditEvent } from '../event.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { requestActor } from '../request/request-actor.ts'
import { transition } from '../request/transition.ts'

/** Who checked an authority or a document has a part in every case of that person, and decides none (invariant 2). */
export async function partOfChecker(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  subjectId: string,
): Promise<AuditEvent[]> {
  const { store, actor, now } = context
  const { humanRef } = staffActor(context)
  const events: AuditEvent[] = []
  for (const stored of await store.requests.ofSubject(subjectId)) {
    if (isFinal(stored.request.state)) continue
    const by = requestActor(actor)
    const event = { type: 'take_part', at: now, by, human: humanRef, part: 'checked_authority' } as const
    const done = await transition(context, stored, event)
    events.push({ what: 'request.looked_at', ...aboutRequest(done.request), data: { event: 'take_part' } }, ...done.events)
  }
  return events
}
