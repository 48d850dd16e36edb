import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { ByLink, copyBehind } from './copy-behind.ts'

const Count = z.int().min(0)

/**
 * The entry without which no copy leaves (domain book §4, 1): how much of how many systems, and the hash of the very
 * file. Asked when the file is made and before its first byte goes, so that a link that ended meanwhile gets nothing.
 */
export const handOverCopy = command({
  name: 'access.hand_over',
  permission: 'access.fetch',
  input: ByLink.extend({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: Count,
    systems: Count,
    rows: Count,
    /** Rows that are somebody else's too. */
    shared: Count,
    /** Parts that a person sends. */
    apart: Count,
  }),
  async run({ input, store, now }) {
    const behind = await copyBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const { link, stored } = behind
    await store.copies.noteHanded(link.id, now)
    const { token: _, ...counts } = input
    const data = { notification: link.id, ...counts }
    return {
      value: { caseCode: stored.request.caseCode },
      events: [{ what: 'request.access_prepared', ...aboutRequest(stored.request), data }],
    }
  },
})
