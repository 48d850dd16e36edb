import { z } from 'zod'
import { command } from '../command.ts'
import { notFound, preconditionFailed } from '../errors.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { checkPlanShown } from './confirmed.ts'
import { submitInCall } from './submit-in-call.ts'

/** Submits what waited for its person to be called back, in the call in which they were verified and told. */
export const submitCalledBack = command({
  name: 'request.submit',
  permission: 'request.submit',
  input: z.object({
    requestId: z.uuid(),
    callId: z.uuid(),
    /** Of the plan that the agent was shown; null where none was. */
    planHash: z.string().nullable().default(null),
  }),
  async run(context) {
    const { input, store } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const call = await ownLiveCall(context, input.callId)
    const inCall = await store.calls.grants(call.id)
    const about = inCall.some(({ subjectId }) => stored.request.subjects.some((one) => one.subjectId === subjectId))
    if (!about) throw preconditionFailed('not_in_this_call', { case: stored.request.caseCode, call: call.id })
    await checkPlanShown(store, stored.request, input.planHash, call.id)
    return submitInCall(context, stored, call.id, input.planHash)
  },
})
