import { query } from '../query.ts'
import { keepDraftInput } from '../views/draft-inputs.ts'
import { draftSubject } from './draft-subject.ts'

/**
 * Keeps what is being typed, sealed under the key of the person it is about, for a week at most. An operational write,
 * like a session's last-seen: it leaves no entry, since what it becomes leaves one, and each pause in typing would be
 * one more. So it is no command; nothing of the domain changes by it (`server/db/operational-tables.ts`).
 */
export const keepDraft = query({
  name: 'draft.keep',
  permission: 'draft.keep',
  input: keepDraftInput,
  async run(context) {
    const { input, store, now } = context
    const about = await draftSubject(context)
    if (about === null) return { kept: false }
    if (input.text.trim() === '') await store.drafts.drop(about.place)
    else await store.drafts.put({ ...about.place, subjectId: about.subjectId, text: input.text, at: now })
    return { kept: true }
  },
})
