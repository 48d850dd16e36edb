import { z } from 'zod'
import { ownCall } from '../call/own-call.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { checkConfirmed, checkPlanShown, Confirmed } from './confirmed.ts'
import { levelsInCall } from './levels-in-call.ts'
import { submitInCall, submittedAnswer } from './submit-in-call.ts'

/** Submits what was opened in this call. Submitted again (a double click) it answers as before. */
export const submitOpened = command({
  name: 'request.submit',
  permission: 'request.submit',
  input: z.object({
    requestId: z.uuid(),
    callId: z.uuid(),
    /** The numbers were seen; null where nothing irreversible begins by itself. */
    confirmed: Confirmed.nullable().default(null),
  }),
  async run(context) {
    const { input, store } = context
    await ownCall(context, input.callId)
    const stored = await store.requests.byId(input.requestId)
    if (stored === null || stored.origin.callId !== input.callId) throw notFound('case')
    if (stored.request.state !== 'open') {
      const about = { case: stored.request.caseCode, call: input.callId }
      return { value: submittedAnswer(stored.request), events: [{ what: 'request.submitted_again', ...about }] }
    }
    const { request } = stored
    const levels = await levelsInCall(context, input.callId)
    // Of whom nobody is sure, nothing begins: it waits for them, and its numbers come then.
    if (request.subjects.every(({ subjectId }) => (levels.get(subjectId) ?? 0) >= 2)) {
      await checkConfirmed(store, request, input.confirmed, { case: request.caseCode, call: input.callId })
    }
    const planHash = input.confirmed?.planHash ?? null
    await checkPlanShown(store, request, planHash, input.callId)
    return submitInCall(context, stored, input.callId, planHash)
  },
})
