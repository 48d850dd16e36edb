import { z } from 'zod'
import { command, type CommandResult } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { copyPlace } from './copy-place.ts'
import { isToBeFetched } from './copy-behind.ts'
import { writeCopyLink } from './write-copy-link.ts'

const day = 86_400_000

/** When a contact is looked for again, epoch ms; null where nothing is left to do. */
interface Sent {
  readonly again: number | null
}

/**
 * Sends the one-time link to a copy, once, to a contact on file that gives level 2. Where none does now it is looked
 * for again the next day, as long as the copy can be fetched at all. Actor: the worker.
 */
export const sendCopyLink = command({
  name: 'access.send_link',
  permission: 'access.send_link',
  input: z.object({ requestId: z.uuid() }),
  async run(context): Promise<CommandResult<Sent>> {
    const { input, store, ids, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('request')
    const { request } = stored
    const about = aboutRequest(request)
    const nothing: CommandResult<Sent> = { value: { again: null }, events: [{ what: 'request.looked_at', ...about }] }
    if (!isToBeFetched(request, now) && request.pauses.length === 0) return nothing
    if ((await store.copies.ofRequest(request.id)).length > 0) return nothing
    // Said not to be theirs, it is not sent until that is settled.
    const place = request.pauses.length > 0 ? null : await copyPlace(context, stored)
    if (place === null) {
      const why = request.pauses.length > 0 ? 'paused' : 'no_sure_contact'
      return { value: { again: now + day }, events: [{ what: 'request.access_not_sent', outcome: 'failed', ...about, data: { why } }] }
    }
    const { event, job } = await writeCopyLink(context, stored, place, ids.uuid())
    return { value: { again: null }, events: [event], jobs: [job] }
  },
})
