import { runCommand } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { choiceOf, openFromCall, SubmitFromCallInput } from './open-from-call.ts'
import { parkRequest } from './park-request.ts'
import type { SubmittedInCall } from './submit-in-call.ts'
import { submitOpened } from './submit-opened.ts'

/**
 * Opens a request in a call and submits it. Between the two the systems are asked what it would do there, since the
 * machine decides by the plan, and what the agent has seen must be what it is. When they can not be asked in time, or
 * the plan is another one by now, the request stays open.
 */
export const submitFromCall = procedure({
  name: 'request.submit',
  async run({ runtime, planner }, rawInput, principal): Promise<SubmittedInCall> {
    const parsed = SubmitFromCallInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const opened = await runCommand(runtime, openFromCall, parsed.data, principal)
    const { callId, told, confirmed } = parsed.data
    // A deletion that was not told is parked by being submitted; whatever else somebody is steered into is not run.
    const steered = told?.result === 'under_pressure' && choiceOf(parsed.data.choiceId).kind !== 'deletion'
    if (steered && opened.state === 'open') {
      return runCommand(runtime, parkRequest, { caseCode: opened.caseCode, callId }, principal)
    }
    if (opened.state === 'open') await planner.plan(opened.requestId)
    return runCommand(runtime, submitOpened, { requestId: opened.requestId, callId, confirmed }, principal)
  },
})
