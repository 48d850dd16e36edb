import { levelToCancel } from '#domain/request/assurance-needed.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { actOnCase } from '../request/act-on-case.ts'
import { ByLink, copyBehind } from './copy-behind.ts'

/** The person says it on the page of the link: that went to a contact on file which gives level 2 by itself. */
export const releaseByLink = command({
  name: 'access.release_by_link',
  permission: 'access.release_by_link',
  input: ByLink,
  async run(context) {
    const { input, store, now } = context
    const behind = await copyBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const { link, stored } = behind
    const levels = new Map(stored.request.subjects.map(({ subjectId }) => [subjectId, levelToCancel]))
    const event = { type: 'release', at: now, by: { type: 'person' } } as const
    const entry = { what: 'request.access_released', data: { notification: link.id } } as const
    return actOnCase(context, stored, event, entry, levels)
  },
})
