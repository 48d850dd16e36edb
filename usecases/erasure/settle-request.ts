import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { settle } from './settle.ts'

/** Looks whether all tasks of a request ended: for one that has none. Actor: the worker. */
export const settleRequest = command({
  name: 'erasure.finish',
  permission: 'erasure.finish',
  input: z.object({ requestId: z.uuid() }),
  async run(context) {
    const stored = await context.store.requests.byId(context.input.requestId)
    if (stored === null) throw notFound('request')
    const settled = await settle(context, context.input.requestId)
    const [first, ...rest] = settled.events
    if (first !== undefined) return { value: { moved: true }, events: [first, ...rest], jobs: settled.jobs }
    return { value: { moved: false }, events: [{ what: 'request.looked_at', ...aboutRequest(stored.request) }] }
  },
})
