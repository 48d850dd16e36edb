import { z } from 'zod'
import { command } from '../command.ts'
import { keptSince } from './kept-since.ts'

/** Ends what is past its date: sealed keys and contacts, salts, kept answers, old jobs, findings. Actor: the worker. */
export const endExpired = command({
  name: 'record.expire',
  permission: 'record.expire',
  input: z.object({}),
  async run({ now, store }) {
    const ended = await store.expiry.end({ now, callsSince: await keptSince(store, now) })
    return { value: ended, events: [{ what: 'record.expired', data: { ...ended } }] }
  },
})
