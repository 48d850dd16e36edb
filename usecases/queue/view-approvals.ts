import { z } from 'zod'
import type { Request } from '#domain/request/request.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { consentLanes, noticeViews } from '../desk/consent-lanes.ts'
import { enrolmentsOf, type ConsentOnFile } from '../desk/enrolments-of.ts'
import { personOnFile } from '../desk/person-on-file.ts'
import { notAllowed } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import { query } from '../query.ts'
import { CaseCode } from '../request/act-on-case.ts'
import type { ApprovalsView } from '../views/approvals.ts'
import type { ConsentHistoryView } from '../views/consent.ts'
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
    const consents = await consentsOf(store, stored.request)
    const opened = await decisionView(question, stored, consents, actor.id)
    const wordsLocked = !granted && (typed !== null || consents.length > 0)
    const shown = granted ? { words: typed, histories: consents.map(historyOf) } : { words: null, histories: [] }
    return { now, ...queue, opened: { ...opened, ...shown, wordsLocked } }
  },
})

/** What is on record of every account that a case names; an erased one has nothing. */
async function consentsOf(store: Store, { subjects }: Pick<Request, 'subjects'>): Promise<ConsentOnFile[]> {
  const people = await Promise.all(subjects.map(({ subjectId }) => personOnFile(store, subjectId)))
  return Promise.all(people.flatMap((person) => (person === null ? [] : [enrolmentsOf(store, person)])))
}

function historyOf(consent: ConsentOnFile): ConsentHistoryView {
  const lanes = consentLanes(consent)
  return { lanes, notices: noticeViews(consent.notices, lanes) }
}

/** What the caller said they want, as it was typed; null where nothing was. */
async function typedFor(store: Store, requestId: string): Promise<string | null> {
  const notes = await store.subjects.notes({ requestId })
  const words = notes.find((note) => note.kind === 'caller_words')?.text
  // Of somebody who was erased there is no key to keep a note under.
  return words ?? store.erasure.sealed(requestId, 'words', null)
}
