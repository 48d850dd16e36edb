import { ownCallAbout } from '../case/view-case.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { command, type CommandContext, type CommandResult } from '../command.ts'
import { AppError, notAllowed, notFound } from '../errors.ts'
import { parkInput, type ParkInput } from '../views/desk-inputs.ts'
import { actOnCase } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'
import { requestActor } from './request-actor.ts'
import { submittedAnswer, type SubmittedInCall } from './submit-in-call.ts'

/**
 * Somebody else is steering the caller: the case of this call looks as before and waits for a call-back to the contact
 * on file (domain book §5.2, parked). Where it can not be parked any more, or is already, the answer is the same, for
 * whoever is steering looks on; the log tells these apart.
 */
export const parkRequest = command({
  name: 'request.park',
  permission: 'request.park',
  input: parkInput,
  async run(context: CommandContext<ParkInput>): Promise<CommandResult<SubmittedInCall>> {
    const { input, store, actor, now } = context
    const call = await ownLiveCall(context, input.callId)
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    const about = await ownCallAbout(store, actor, stored, now)
    if (about?.id !== call.id) throw notAllowed('not_your_case', { case: input.caseCode, call: call.id })
    const data = { reason: 'under_pressure' }
    const event = { type: 'park', at: now, by: requestActor(actor), reason: 'under_pressure', promisedAt: null } as const
    try {
      const done = await actOnCase(context, stored, event, { what: 'request.parked', call: call.id, data })
      return { value: submittedAnswer(done.request), events: done.events, jobs: done.jobs ?? [] }
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== 'precondition_failed') throw fault
      const refused = { ...data, state: stored.request.state, refusal: fault.reason }
      return {
        value: submittedAnswer(stored.request),
        events: [
          { what: 'request.parked', outcome: 'denied', ...aboutRequest(stored.request), call: call.id, data: refused },
        ],
      }
    }
  },
})
