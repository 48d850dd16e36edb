import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from './carry-out.ts'

const lookAgainMs = 15 * 60_000

/**
 * The window is over and not every system could be asked what the erasure would do now: nothing is erased by an old
 * plan, so the state stays and the log says why. Actor: the worker.
 */
export const putOff = command({
  name: 'request.put_off',
  permission: 'request.advance',
  input: z.object({ requestId: z.uuid(), why: z.string().regex(/^[a-z0-9_.]{1,60}$/) }),
  async run({ input, store, now }) {
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    await store.requests.wakeLater(input.requestId, now + lookAgainMs)
    return { value: {}, events: [{ what: 'request.window_waiting', ...aboutRequest(stored.request), data: { why: input.why } }] }
  },
})
