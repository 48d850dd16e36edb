import { runCommand } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { openFromCall, SubmitFromCallInput } from './open-from-call.ts'
import type { SubmittedInCall } from './submit-in-call.ts'
import { submitOpened } from './submit-opened.ts'

/**
 * Opens a request in a call and submits it. Between the two the systems are asked what it would do there, since the
 * machine decides by the plan. When they can not be asked in time the request stays open, and the worker goes on.
 */
export const submitFromCall = procedure({
  name: 'request.submit',
  async run({ runtime, planner }, rawInput, principal): Promise<SubmittedInCall> {
    const parsed = SubmitFromCallInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const opened = await runCommand(runtime, openFromCall, parsed.data, principal)
    if (opened.state === 'open') await planner.plan(opened.requestId)
    return runCommand(runtime, submitOpened, { requestId: opened.requestId, callId: parsed.data.callId }, principal)
  },
})
