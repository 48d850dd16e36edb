import { query } from '../query.ts'
import { readDraftInput, type DraftFields, type DraftView } from '../views/draft-inputs.ts'
import { draftEndsAt } from './draft-stays.ts'
import { draftSubject, isAbout } from './draft-subject.ts'

/**
 * What this human typed into a form and did not send, for them alone and only as the form itself is shown: in one's own
 * call, whose look-up has its entry, or while the case stands opened by this reader. It is nobody else's and was on no
 * other screen, so it needs no entry of its own.
 */
export const readDraft = query({
  name: 'draft.read',
  permission: 'draft.keep',
  input: readDraftInput,
  async run(context): Promise<DraftView> {
    const about = await draftSubject(context)
    if (about === null) return { state: 'none' }
    const draft = await context.store.drafts.get(about.place)
    if (draft === null || !isAbout(draft, about) || draftEndsAt(draft) <= context.now) return { state: 'none' }
    const { savedAt } = draft
    if (about.closed !== null) return { state: 'closed', savedAt, caseCode: about.closed }
    return { state: 'kept', savedAt, fields: JSON.parse(draft.text) as DraftFields }
  },
})
