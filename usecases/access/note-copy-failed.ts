import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { ByLink, copyBehind } from './copy-behind.ts'

/** A copy was asked for and could not be made, since a system did not answer. The person may try again. */
export const noteCopyFailed = command({
  name: 'access.note_failed',
  permission: 'access.fetch',
  input: ByLink.extend({ system: z.string().max(80), fault: z.string().regex(/^[a-z0-9_.]{1,60}$/) }),
  async run({ input, store, now }) {
    const behind = await copyBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const { system, fault } = input
    const about = aboutRequest(behind.stored.request)
    return { value: {}, events: [{ what: 'request.access_not_made', outcome: 'failed', ...about, data: { system, fault } }] }
  },
})
