import { z } from 'zod'
import { isFinal } from '#domain/request/states.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { actOnCase } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'

/** An erasure waits for the copy that an access request asks for: its person has until then. Actor: the worker. */
export const hastenAccess = command({
  name: 'request.hasten',
  permission: 'request.advance',
  input: z.object({ requestId: z.uuid(), until: z.int() }),
  async run(context) {
    const { input, store, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const { request } = stored
    if (isFinal(request.state)) {
      const value = { caseCode: request.caseCode, state: request.state, version: request.version }
      return { value, events: [{ what: 'request.looked_at', ...aboutRequest(request) }] }
    }
    const event = { type: 'hasten', at: now, by: { type: 'system' }, until: input.until } as const
    return actOnCase(context, stored, event, { what: 'request.clock_ran_out', data: { event: 'hasten' } })
  },
})
