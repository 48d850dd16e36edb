import { runCommand } from '../command.ts'
import { procedure } from '../procedure.ts'
import type { SubmittedInCall } from '../request/submit-in-call.ts'
import { submitOpened } from '../request/submit-opened.ts'
import { askAfterErasureInput } from '../views/desk-inputs.ts'
import { invalidInput } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { openAfterErasure } from './open-after-erasure.ts'

/** Opens what somebody erased asks for, and submits it: its plan touches nothing, which the machine wants to know. */
export const askAfterErasure = procedure({
  name: 'request.open_after_erasure',
  async run({ runtime, planner }, rawInput, principal): Promise<SubmittedInCall> {
    const parsed = askAfterErasureInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const { requestId, state } = await runCommand(runtime, openAfterErasure, parsed.data, principal)
    if (state === 'open') await planner.plan(requestId)
    return runCommand(runtime, submitOpened, { requestId, callId: parsed.data.callId }, principal)
  },
})
