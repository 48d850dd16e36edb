import { z } from 'zod'
import { agentSees } from '#domain/request/shown.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
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

/**
 * Submits an opened request with the levels of the call. Submitted again (a double click) it answers as before. Who
 * verified the caller in this call has a part in the request.
 */
export const submitOpened = command({
  name: 'request.submit',
  permission: 'request.submit',
  input: z.object({ requestId: z.uuid(), callId: z.uuid() }),
  async run(context) {
    const { input, store, actor, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null || stored.origin.callId !== input.callId) throw notFound('case')
    const { request } = stored
    const levels = await levelsInCall(context, input.callId)
    const about = { case: request.caseCode, call: input.callId }
    const answer = (of: typeof request): SubmittedInCall => ({
      caseCode: of.caseCode,
      shows: agentSees(of),
      dueAt: of.dueAt,
    })
    if (request.state !== 'open') {
      return { value: answer(request), events: [{ what: 'request.submitted_again', ...about }] }
    }
    const submitted = await actOnCase(
      context,
      stored,
      { type: 'submit', at: now, by: requestActor(actor) },
      { what: 'request.submitted', call: input.callId },
      levels,
    )
    const verifier = actor.type === 'staff' && [...levels.values()].some((level) => level >= 2) ? actor.humanRef : null
    if (verifier === null) return { ...submitted, value: answer(submitted.request) }
    const after = await store.requests.byId(request.id)
    if (after === null || !isBeforeExecuting(after.request.state)) {
      return { ...submitted, value: answer(submitted.request) }
    }
    await transition(context, after, { type: 'take_part', at: now, by: requestActor(actor), human: verifier, part: 'verified' })
    return { ...submitted, value: answer(submitted.request) }
  },
})
