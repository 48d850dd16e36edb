import { z } from 'zod'
import { ownCall } from '../call/own-call.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { submitInCall, submittedAnswer } from './submit-in-call.ts'

/** Submits what was opened in this call. Submitted again (a double click) it answers as before. */
export const submitOpened = command({
  name: 'request.submit',
  permission: 'request.submit',
  input: z.object({ requestId: z.uuid(), callId: z.uuid() }),
  async run(context) {
    const { input, store } = context
    await ownCall(context, input.callId)
    const stored = await store.requests.byId(input.requestId)
    if (stored === null || stored.origin.callId !== input.callId) throw notFound('case')
    if (stored.request.state !== 'open') {
      const about = { case: stored.request.caseCode, call: input.callId }
      return { value: submittedAnswer(stored.request), events: [{ what: 'request.submitted_again', ...about }] }
    }
    return submitInCall(context, stored, input.callId)
  },
})
