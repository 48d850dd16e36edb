import { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Store } from '../ports/store.ts'
import { auditedQuery } from '../query.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { CaseCode } from '../request/act-on-case.ts'

/** For so long an opening covers the pages that show the case, in ms. */
export const openCaseMs = 30 * 60_000

/**
 * Opens a case on purpose. The entry is the grant: for half an hour this reader's pages may show what was typed about
 * it, without an entry for each look (house book, reads).
 */
export const openCase = auditedQuery({
  name: 'case.open',
  permission: 'request.view_words',
  input: z.object({ caseCode: CaseCode }),
  async run({ input, store }) {
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    return {
      value: { caseCode: input.caseCode },
      events: [{ what: 'case.viewed', ...aboutRequest(stored.request), data: { state: stored.request.state } }],
    }
  },
})

/** Whether this reader opened the case on purpose not long ago, so that a page may show what was typed about it. */
export async function hasOpened(store: Store, actor: Actor, caseCode: string, now: number): Promise<boolean> {
  if (actor.type !== 'staff') return false
  const openedAt = await store.requests.lastOpened(caseCode, actor.id)
  return openedAt !== null && now - openedAt < openCaseMs
}
