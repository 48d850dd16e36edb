import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { readingBehind } from './read-telling.ts'

/**
 * Writes down that a link was opened, once. That somebody opened it shows that it arrived and no more: nothing waits
 * for it, and nothing follows from it.
 */
export const noteTellingOpened = command({
  name: 'telling.note_opened',
  permission: 'telling.read',
  input: z.object({ token: z.string().max(64) }),
  async run({ input, store, now }) {
    const behind = await readingBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const { link, stored } = behind
    const first = await store.readings.open(link.id, now)
    const data = { notification: link.id, script: link.scriptVersion, locale: link.locale.toLowerCase() }
    const what = first ? 'request.told_opened' : 'request.looked_at'
    return { value: { first }, events: [{ what, ...aboutRequest(stored.request), data }] }
  },
})
