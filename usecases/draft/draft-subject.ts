import { levelIn } from '../call/level-in.ts'
import { isLive, liveCallOf, ownCall, staffActor } from '../call/own-call.ts'
import { hasOpened } from '../case/open-case.ts'
import type { Draft, DraftKey, DraftPlace } from '../ports/draft-store.ts'
import type { QueryContext } from '../query.ts'
import {
  callDrafts, decisionDrafts, freeDrafts, holdDrafts, houseDrafts, type ReadDraftInput,
} from '../views/draft-inputs.ts'

/** Where a draft lies, what it is sealed by, and whether it may be shown now. */
export interface DraftSubject {
  readonly place: DraftPlace
  readonly key: DraftKey
  /** The case that has to be opened first; null where nothing stands in the way. */
  readonly closed: string | null
}

type Context = Pick<QueryContext<ReadDraftInput>, 'input' | 'store' | 'actor' | 'now'>

const ofSubject = (subjectId: string | null): DraftKey => (subjectId === null ? { by: 'own' } : { by: 'subject', subjectId })

/**
 * Whom a form is about. A call's is about the person on the line now, and so is one about a decision, once they are
 * verified; a case's is about its first person on file, a hold's about whom it is on. Where there is nobody on file
 * there is no key of theirs, and the draft has one of its own.
 *
 * @returns null where nothing is kept
 * @throws NotAllowed for a call that is not one's own
 */
export async function draftSubject(context: Context): Promise<DraftSubject | null> {
  const { form, of } = context.input
  const place = { humanRef: staffActor(context).humanRef, form, of }
  const is = (list: readonly string[]) => list.includes(form)
  if (is(houseDrafts)) return { place, key: { by: 'house' }, closed: null }
  if (is(freeDrafts)) return { place, key: { by: 'own' }, closed: null }
  if (is(callDrafts)) {
    const call = await ownCall(context, of.slice(0, 36))
    // What was typed in a call ends with it: the form that ends the call asks for that once more when it is sent.
    return isLive(call, staffActor(context)) ? { place, key: ofSubject(call.subjectId), closed: null } : null
  }
  if (is(decisionDrafts)) return ofDecision(context, place)
  if (is(holdDrafts)) {
    const hold = await context.store.requests.hold(of)
    return hold === null ? null : { place, key: ofSubject(hold.subjectId), closed: null }
  }
  return ofCase(context, place)
}

/** What the person on the line asks for about a decision, once they are verified. */
async function ofDecision(context: Context, place: DraftPlace): Promise<DraftSubject | null> {
  const call = await liveCallOf(context)
  if (call === null || call.subjectId === null) return null
  const level = await levelIn(context, call, call.subjectId)
  return level < 2 ? null : { place, key: ofSubject(call.subjectId), closed: null }
}

/**
 * What a supervisor typed at a case is shown again only while it stands opened by them, as everything that was typed
 * about it. An agent opens none: the form is shown to them by itself, and so is what they typed into it.
 */
async function ofCase(context: Context, place: DraftPlace): Promise<DraftSubject | null> {
  const { store, actor, now } = context
  const [caseCode = ''] = place.of.split('/')
  const stored = await store.requests.byCaseCode(caseCode)
  if (stored === null) return null
  const subject = stored.request.subjects.find((one) => one.known === 'on_file')
  const shown = staffActor(context).role === 'agent' || (await hasOpened(store, actor, caseCode, now))
  return { place, key: ofSubject(subject?.subjectId ?? null), closed: shown ? null : caseCode }
}

/**
 * Whether a draft is about whom its form is about now: another person may have come onto the line of the same call.
 * What was typed before anybody was found is about whoever is found then.
 */
export function isAbout({ key: typed }: Draft, { key: now }: DraftSubject): boolean {
  return typed.by !== 'subject' || (now.by === 'subject' && now.subjectId === typed.subjectId)
}
