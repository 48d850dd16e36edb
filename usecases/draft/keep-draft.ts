import { query } from '../query.ts'
import { keepDraftInput } from '../views/draft-inputs.ts'
import { draftEndsAt } from './draft-stays.ts'
import { draftSubject } from './draft-subject.ts'

/**
 * Keeps what is being typed into the fields of a form, sealed, for a week at most. An operational write, like a
 * session's last-seen: it leaves no entry, since what it becomes leaves one, and each pause in typing would be one
 * more. So it is no command; nothing of the domain changes by it (`server/db/operational-tables.ts`).
 *
 * What lies at a case that is not opened now is not written over: whoever types has not seen it.
 */
export const keepDraft = query({
  name: 'draft.keep',
  permission: 'draft.keep',
  input: keepDraftInput,
  async run(context) {
    const { input, store, now } = context
    const about = await draftSubject(context)
    if (about === null) return { kept: false }
    if (Object.keys(input.fields).length === 0) {
      await store.drafts.drop(about.place)
      return { kept: true }
    }
    const before = about.closed === null ? null : await store.drafts.get(about.place)
    if (before !== null && draftEndsAt(before) > now) return { kept: false }
    await store.drafts.put({ ...about.place, key: about.key, text: JSON.stringify(input.fields), at: now })
    return { kept: true }
  },
})
