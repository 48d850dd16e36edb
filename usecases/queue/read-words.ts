import { z } from 'zod'
import { auditedQuery } from '../query.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { CaseCode } from '../request/act-on-case.ts'

/** What the caller said they want, and what staff wrote about it: sealed text, shown to who decides, on purpose. */
export const readWords = auditedQuery({
  name: 'request.view',
  permission: 'request.view_words',
  input: z.object({ caseCode: CaseCode }),
  async run({ input, store }) {
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    const notes = await store.subjects.notes({ requestId: stored.request.id })
    return {
      value: notes.map(({ kind, text, at, humanRef }) => ({ kind, text, at, by: humanRef })),
      events: [{ what: 'request.viewed', ...aboutRequest(stored.request), data: { notes: notes.length } }],
    }
  },
})
