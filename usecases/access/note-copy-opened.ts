import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { ByLink, copyBehind } from './copy-behind.ts'

/** Writes down that a link to a copy was opened, once. It shows that it arrived; nothing waits for it or follows. */
export const noteCopyOpened = command({
  name: 'access.note_opened',
  permission: 'access.fetch',
  input: ByLink,
  async run({ input, store, now }) {
    const behind = await copyBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const first = await store.copies.open(behind.link.id, now)
    const what = first ? 'request.access_opened' : 'request.looked_at'
    const data = { notification: behind.link.id }
    return { value: { first }, events: [{ what, ...aboutRequest(behind.stored.request), data }] }
  },
})
