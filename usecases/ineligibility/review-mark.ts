import { command } from '../command.ts'
import { conflict, invalidInput, notFound } from '../errors.ts'
import { reviewMarkInput } from '../views/ineligibility-inputs.ts'

/** Reviews a mark: it stays, and is looked at again on a new day. That it was a mistake is a correction, by two. */
export const reviewMark = command({
  name: 'registry.review',
  permission: 'registry.review',
  input: reviewMarkInput,
  async run({ input, now, store }) {
    const entry = await store.registry.byId(input.entryId)
    if (entry === null) throw notFound('mark')
    if (entry.supersededAt !== null || entry.reviewOn !== input.seen) throw conflict('stale')
    const reviewOn = Date.parse(`${input.reviewOn}T00:00:00Z`)
    if (!(reviewOn > now)) throw invalidInput('review', { reviewOn: 'date_past' })
    await store.registry.review(entry.id, reviewOn)
    const caseCode = (await store.requests.byId(entry.requestId))?.request.caseCode ?? null
    return {
      value: { entryId: entry.id, reviewOn },
      events: [{ what: 'registry.reviewed', case: caseCode, data: { entry: entry.id, review_on: input.reviewOn } }],
    }
  },
})
