import { z } from 'zod'
import { humanOf } from '../actor.ts'
import { command } from '../command.ts'
import { notAllowed, notFound } from '../errors.ts'
import { actOnCase } from '../request/act-on-case.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { requestActor } from '../request/request-actor.ts'

/** Submits what this member of staff asked for, once its plan is known; where nobody may be marked it is rejected. */
export const submitAsked = command({
  name: 'request.submit_asked',
  permission: 'request.open_mark',
  input: z.object({ requestId: z.uuid() }),
  async run(context) {
    const { input, actor, now, store } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const { request, origin } = stored
    if (request.source.type !== 'staff' || origin.openedBy !== humanOf(actor)) {
      throw notAllowed('not_the_opener', { case: request.caseCode })
    }
    if (request.state !== 'open') {
      const value = { caseCode: request.caseCode, state: request.state as string, version: request.version }
      return { value, events: [{ what: 'request.submitted_again', ...aboutRequest(request) }] }
    }
    const event = { type: 'submit', at: now, by: requestActor(actor) } as const
    return actOnCase(context, stored, event, { what: 'request.submitted' })
  },
})
