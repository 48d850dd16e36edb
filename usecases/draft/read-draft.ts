import { query } from '../query.ts'
import { readDraftInput } from '../views/draft-inputs.ts'
import { draftSubject } from './draft-subject.ts'

/**
 * What this human typed into a form and did not send. Only to whom the form itself is shown: in one's own call, whose
 * look-up has its entry, or while the case stands opened by this reader. So it needs no entry of its own.
 */
export const readDraft = query({
  name: 'draft.read',
  permission: 'draft.keep',
  input: readDraftInput,
  async run(context) {
    const about = await draftSubject(context)
    if (about?.mayBeShown !== true) return { text: '' }
    const draft = await context.store.drafts.get(about.place)
    // Another person came onto the line of the same call: what was typed is about the one before.
    return { text: draft?.subjectId === about.subjectId ? draft.text : '' }
  },
})
