import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { sealedMs } from './sealed-span.ts'

/** Replaces the sealed keys of one system, when a retry found rows that came since. Actor: the worker. */
export const resealKeys = command({
  name: 'erasure.run_step',
  permission: 'erasure.run_step',
  input: z.object({ requestId: z.uuid(), system: z.string(), text: z.string() }),
  async run({ input, store, now }) {
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('request')
    const { requestId, system, text } = input
    await store.erasure.seal({ requestId, kind: 'keys', system, text, expiresAt: now + sealedMs })
    return { value: {}, events: [{ what: 'erasure.keys_widened', ...aboutRequest(stored.request), data: { system } }] }
  },
})
