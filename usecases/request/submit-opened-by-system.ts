import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { actOnCase } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'
import { requestActor } from './request-actor.ts'

/** Submits a request that the system opened itself, once its plan is known. Actor: the worker. */
export const submitOpenedBySystem = command({
  name: 'request.submit_by_system',
  permission: 'request.advance',
  input: z.object({ requestId: z.uuid() }),
  async run(context) {
    const { input, store, actor, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const { request } = stored
    if (request.state !== 'open') {
      const value = { caseCode: request.caseCode, state: request.state, version: request.version }
      return { value, events: [{ what: 'request.submitted_again', ...aboutRequest(request) }] }
    }
    return actOnCase(context, stored, { type: 'submit', at: now, by: requestActor(actor) }, { what: 'request.submitted' })
  },
})
