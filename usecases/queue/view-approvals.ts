import { z } from 'zod'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { notAllowed } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import { query } from '../query.ts'
import { CaseCode } from '../request/act-on-case.ts'
import type { ApprovalsView } from '../views/approvals.ts'
import { hasOpened } from '../case/open-case.ts'
import { deciderQuestion } from './decider-lock.ts'
import { decisionView } from './decision-view.ts'
import { listedFirst, mostListed, queueItems } from './queue-items.ts'

/**
 * The queue, and one case opened. Codes, counts, personnel numbers and dates alone: the caller's own words are shown
 * only while this reader's own opening of the case, which left an entry, still counts (case/open-case.ts).
 */
export const viewApprovals = query({
  name: 'queue.list',
  permission: 'queue.list',
  input: z.object({
    caseCode: CaseCode.nullable().default(null),
    only: z.enum(['all', 'contested']).catch('all').default('all'),
    /** How many of the cases are listed. */
    show: z.coerce.number().int().min(listedFirst).max(mostListed).catch(listedFirst).default(listedFirst),
  }),
  async run({ input, actor, store, now }): Promise<ApprovalsView> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const settings = requestSettingsFrom(await store.settings.all())
    const question = await deciderQuestion(store, actor.humanRef, now, settings)
    const more = Math.min(input.show * 2, mostListed)
    const queue = { ...(await queueItems(question, input)), only: input.only, more }
    const stored = input.caseCode === null ? null : await store.requests.byCaseCode(input.caseCode)
    if (stored === null) return { now, ...queue, opened: null }
    const granted = await hasOpened(store, actor, stored.request.caseCode, now)
    const typed = await typedFor(store, stored.request.id)
    const opened = await decisionView(question, stored, actor.id)
    const words = granted ? typed : null
    return { now, ...queue, opened: { ...opened, words, wordsLocked: !granted && typed !== null } }
  },
})

/** What the caller said they want, as it was typed; null where nothing was. */
async function typedFor(store: Store, requestId: string): Promise<string | null> {
  const notes = await store.subjects.notes({ requestId })
  const words = notes.find((note) => note.kind === 'caller_words')?.text
  // Of somebody who was erased there is no key to keep a note under.
  return words ?? store.erasure.sealed(requestId, 'words', null)
}
