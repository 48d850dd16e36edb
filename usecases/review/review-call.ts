import { command } from '../command.ts'
import { notAllowed, notFound, preconditionFailed } from '../errors.ts'
import { staffActor } from '../call/own-call.ts'
import { reviewCallInput } from '../views/reviews-inputs.ts'

/** A supervisor looked at a call and found it fine, or worth a talk. Nobody judges a call that they ever held. */
export const reviewCall = command({
  name: 'call.review',
  permission: 'call.review',
  input: reviewCallInput,
  async run({ input: { callId, verdict }, actor, store, now }) {
    const { humanRef: by } = staffActor({ actor })
    const call = await store.calls.get(callId)
    if (call === null) throw notFound('call')
    const holders = (await store.reviews.holders([callId])).get(callId)
    if (call.humanRef === by || holders?.has(by) === true) throw notAllowed('own_review', { call: callId })
    const before = await store.reviews.review(callId)
    if (before?.verdict === verdict) throw preconditionFailed('reviewed_already', { call: callId })
    await store.reviews.putReview({ callId, verdict, by, at: now })
    const data = { verdict, outcome: call.outcome ?? 'none', before: before?.verdict ?? 'none' }
    return { value: { verdict }, events: [{ what: 'call.reviewed', call: callId, data }] }
  },
})
