import { runCommand } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { noteCallBack, NoteCallBackInput } from './note-call-back.ts'
import { submitCalledBack } from './submit-called-back.ts'

/**
 * Writes down a call-back and, when the person was reached and told, submits what had waited for it: between the two
 * the systems are asked what it would do there, as for any other submit.
 */
export const callBack = procedure({
  name: 'request.call_back',
  async run({ runtime, planner }, rawInput, principal): Promise<{ submitted: boolean }> {
    const parsed = NoteCallBackInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const { requestId, submit } = await runCommand(runtime, noteCallBack, parsed.data, principal)
    if (!submit) return { submitted: false }
    await planner.plan(requestId)
    const planHash = parsed.data.confirmed?.planHash ?? null
    await runCommand(runtime, submitCalledBack, { requestId, callId: parsed.data.callId, planHash }, principal)
    return { submitted: true }
  },
})
