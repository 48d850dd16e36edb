import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { actOnCase } from '../request/act-on-case.ts'
import { ByLink, copyBehind } from './copy-behind.ts'

/** The last byte of a copy was taken: the case is complete, and its link opens nothing any more. */
export const noteCopyFetched = command({
  name: 'access.note_fetched',
  permission: 'access.fetch',
  input: ByLink,
  async run(context) {
    const { input, store, now } = context
    const behind = await copyBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const event = { type: 'fetched', at: now, by: { type: 'person' } } as const
    return actOnCase(context, behind.stored, event, { what: 'request.access_fetched', data: { notification: behind.link.id } })
  },
})
