import { z } from 'zod'
import { scriptBook } from '#domain/script/script.ts'
import { query } from '../query.ts'
import type { LinkView } from '../views/link.ts'
import { linkBehind } from './link-behind.ts'

/**
 * What the page of a one-time link asks. Reading changes nothing and leaves no entry: mail scanners open links too, and
 * anybody can call an address.
 */
export const readLink = query({
  name: 'verification.read_link',
  permission: 'verification.follow_link',
  input: z.object({ token: z.string().max(64) }),
  async run({ input, store, now }): Promise<LinkView | null> {
    const behind = await linkBehind(store, input.token, now)
    if (behind === null) return null
    const message = await store.notifications.get(behind.link.id)
    const locale = scriptBook(message?.locale ?? 'en').locale
    return behind.about === 'call'
      ? { locale, about: 'call', caseCode: null, mayConfirm: true }
      : { locale, about: 'case', caseCode: behind.stored.request.caseCode, mayConfirm: behind.waits }
  },
})
