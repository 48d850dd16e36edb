import type { Request } from '#domain/request/request.ts'
import { agentSees } from '#domain/request/shown.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import type { CommandContext, CommandResult } from '../command.ts'
import type { StoredRequest } from '../ports/request-store.ts'
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

/** Submits a request with the levels of a call. Who verified the caller in this call has a part in the request. */
export async function submitInCall(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  stored: StoredRequest,
  callId: string,
): Promise<CommandResult<SubmittedInCall>> {
  const { store, actor, now } = context
  const levels = await levelsInCall(context, callId)
  const by = requestActor(actor)
  const submitted = await actOnCase(context, stored, { type: 'submit', at: now, by }, { what: 'request.submitted', call: callId }, levels)
  const done = { ...submitted, value: submittedAnswer(submitted.request) }
  const verifier = actor.type === 'staff' && [...levels.values()].some((level) => level >= 2) ? actor.humanRef : null
  const after = verifier === null ? null : await store.requests.byId(stored.request.id)
  if (verifier === null || after === null || !isBeforeExecuting(after.request.state)) return done
  await transition(context, after, { type: 'take_part', at: now, by, human: verifier, part: 'verified' })
  return done
}
