import { levelIn } from '../call/level-in.ts'
import { liveCallOf, ownLiveCall, staffActor } from '../call/own-call.ts'
import { hasOpened } from '../case/open-case.ts'
import type { QueryContext } from '../query.ts'
import { callDrafts, decisionDrafts, type ReadDraftInput } from '../views/draft-inputs.ts'

/** Under whose key a draft lies, where it lies, and whether it may be shown now. */
export interface DraftSubject {
  readonly place: { readonly humanRef: string; readonly place: string }
  readonly subjectId: string
  readonly mayBeShown: boolean
}

/**
 * Whom a form is about. A call's is about the person on the line now, and so is one about a decision, once they are
 * verified; a case's is about its first person on file; where there is nobody on file there is no key, and nothing is
 * kept. What was typed at a case is shown again only while it
 * stands opened by this reader, as everything that was typed about it.
 *
 * @throws NotAllowed for a call that is not one's own
 */
export async function draftSubject(
  context: Pick<QueryContext<ReadDraftInput>, 'input' | 'store' | 'actor' | 'now'>,
): Promise<DraftSubject | null> {
  const { input, store, actor, now } = context
  const { humanRef } = staffActor(context)
  const place = { humanRef, place: `${input.form}.${input.of}` }
  if ((callDrafts as readonly string[]).includes(input.form)) {
    const { subjectId } = await ownLiveCall(context, input.of)
    return subjectId === null ? null : { place, subjectId, mayBeShown: true }
  }
  if ((decisionDrafts as readonly string[]).includes(input.form)) {
    const call = await liveCallOf(context)
    if (call === null || call.subjectId === null) return null
    const level = await levelIn(context, call, call.subjectId)
    return level < 2 ? null : { place, subjectId: call.subjectId, mayBeShown: true }
  }
  const stored = await store.requests.byCaseCode(input.of)
  const subject = stored?.request.subjects.find((one) => one.known === 'on_file')
  if (subject === undefined) return null
  return { place, subjectId: subject.subjectId, mayBeShown: await hasOpened(store, actor, input.of, now) }
}
