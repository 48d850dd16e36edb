import { decide } from '#domain/request/machine.ts'
import type { RequestEvent } from '#domain/request/events.ts'
import type { Request } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { wakeErasures } from '../access/waiting-erasures.ts'
import type { CommandContext } from '../command.ts'
import { preconditionFailed, notAllowed } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { aboutRequest, carryOut } from './carry-out.ts'
import { gatherFacts } from './gather-facts.ts'
import { saveParts } from './save-parts.ts'

/** What one event did: the request as saved, what to record, and what to do outside. */
export interface Transition {
  readonly request: Request
  readonly events: readonly AuditEvent[]
  readonly jobs: readonly JobRequest[]
}

/** Refusals of the machine that are about who asks, not about the state: they are recorded as denials. */
const aboutWho = new Set([
  'not_your_role', 'took_part', 'newly_decider', 'had_part_in_subject', 'not_a_decider', 'already_approved',
  'not_the_opener', 'approved_it_yourself', 'opened_it_yourself', 'second_person_needed',
])

/**
 * Puts one event to a stored request: facts are gathered, the machine decides, its effects are carried out and the
 * new state is saved, all in the transaction of the command that called.
 *
 * @param levels the assurance levels that this event brings, by subject
 * @throws NotAllowed or PreconditionFailed with the machine's refusal as reason; Conflict when somebody was faster
 */
export async function transition(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  stored: StoredRequest,
  event: RequestEvent,
  levels: ReadonlyMap<string, number> = new Map(),
): Promise<Transition> {
  const { store, actor, now } = context
  const before = stored.request
  const facts = await gatherFacts(store, { request: before, origin: stored.origin, actor, now, levels })
  const answer = decide(before, event, facts)
  if (!answer.ok) {
    const about = { case: before.caseCode, subjects: before.subjects.map((subject) => subject.subjectId) }
    throw aboutWho.has(answer.reason) ? notAllowed(answer.reason, about) : preconditionFailed(answer.reason, about)
  }
  const { next, effects } = answer
  await saveParts(store, before, next)
  await store.requests.save({ ...next, version: before.version }, next.decideBy)
  const done = await carryOut(context, next, stored.origin, effects, facts)
  if (isFinal(next.state) && !isFinal(before.state)) {
    await endSealed(store, next, now)
    await store.drafts.dropAbout(next.caseCode)
  }
  if (next.kind === 'access' && letsGo(before) !== letsGo(next)) await wakeErasures(store, next, now)
  return { request: next, events: [...ending(before, next, event), ...done.events], jobs: done.jobs }
}

/** No erasure waits for it any more. */
const letsGo = ({ state, releasedAt }: Request): boolean => isFinal(state) || releasedAt !== null

/** However a case ends, what was sealed to answer its people stays for its days after the answer, and no longer. */
async function endSealed(store: Store, { id }: Request, now: number): Promise<void> {
  await store.erasure.endSealedAt(id, now + settingMs(await store.settings.all(), 'sealed_contact_days'))
}

/** Events that are refusals themselves, each with an entry of its own. */
const refusing: ReadonlySet<RequestEvent['type']> = new Set(['reject', 'give_up', 'no_data_found'])

/**
 * Whatever brought it about, the log says in so many words that a request is complete, and with what outcome; or that
 * it is refused, and why, where something else than a refusal ended in one.
 */
function ending(before: Request, next: Request, event: RequestEvent): AuditEvent[] {
  if (next.rejection !== null && before.rejection === null && !refusing.has(event.type)) {
    const { code, ground } = next.rejection
    return [{ what: 'request.rejected', ...aboutRequest(next), data: { code, ground } }]
  }
  if (next.state !== 'completed' || before.state === 'completed') return []
  return [{ what: 'request.completed', ...aboutRequest(next), data: { result: next.outcome?.result ?? 'done' } }]
}
