import type { PartTaken, Request } from '#domain/request/request.ts'
import { agentSees } from '#domain/request/shown.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import type { CommandContext, CommandResult } from '../command.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { actOnCase } from './act-on-case.ts'
import { levelsInCall } from './levels-in-call.ts'
import { requestActor } from './request-actor.ts'
import { transition } from './transition.ts'

/** What the screen learns after a submit: the code to say, and what it may show of the state. */
export interface SubmittedInCall {
  readonly caseCode: string
  /** A case parked for a caller under pressure looks submitted. */
  readonly shows: string
  readonly dueAt: number
}

/** What an agent's screen is told of a request that was submitted in their call. */
export const submittedAnswer = (request: Request): SubmittedInCall => ({
  caseCode: request.caseCode,
  shows: agentSees(request),
  dueAt: request.dueAt,
})

/**
 * Submits a request with the levels of a call, on which it rests from now on. Who verified the caller there has a
 * part in the request.
 *
 * @param planHash of the plan that the agent was shown and confirmed; null where none was
 */
export async function submitInCall(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  stored: StoredRequest,
  callId: string,
  planHash: string | null = null,
): Promise<CommandResult<SubmittedInCall>> {
  const { store, actor, now } = context
  const levels = await levelsInCall(context, callId)
  const by = requestActor(actor)
  const shown = planHash === null ? {} : { data: { plan_hash: planHash } }
  const entry = { what: 'request.submitted', call: callId, ...shown } as const
  const submitted = await actOnCase(context, stored, { type: 'submit', at: now, by }, entry, levels)
  await store.requests.noteVerifiedIn(stored.request.id, callId)
  const done = { ...submitted, value: submittedAnswer(submitted.request) }
  const verifier = actor.type === 'staff' && [...levels.values()].some((level) => level >= 2) ? actor.humanRef : null
  if (verifier === null) return done
  const parts: Pick<PartTaken, 'human' | 'part'>[] = [{ human: verifier, part: 'verified' }]
  for (const human of await checkersOf(store, stored.request)) parts.push({ human, part: 'checked_authority' })
  for (const { human, part } of parts) {
    const after = await store.requests.byId(stored.request.id)
    if (after === null || !isBeforeExecuting(after.request.state)) break
    await transition(context, after, { type: 'take_part', at: now, by, human, part })
  }
  return done
}

/** Who checked a document or an authority about the people of a request (domain book §5.4). */
async function checkersOf(store: Store, request: Request): Promise<string[]> {
  const checks = await Promise.all(request.subjects.map(({ subjectId }) => store.checks.ofSubject(subjectId)))
  return [...new Set(checks.flat().flatMap(({ checkedBy }) => (checkedBy === null ? [] : [checkedBy])))]
}
