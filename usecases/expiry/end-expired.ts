import { z } from 'zod'
import { command } from '../command.ts'

/** Ends what is past its date: sealed keys and contacts, salts, kept answers, old jobs. Actor: the worker. */
export const endExpired = command({
  name: 'record.expire',
  permission: 'record.expire',
  input: z.object({}),
  async run({ now, store }) {
    const ended = await store.expiry.end(now)
    return { value: ended, events: [{ what: 'record.expired', data: { ...ended } }] }
  },
})
