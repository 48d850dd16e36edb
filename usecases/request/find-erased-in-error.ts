import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { findErrorInput } from '../views/approvals-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'
import { upheldTooLate } from './upheld-too-late.ts'

/**
 * Finds that a case was carried out in error, after an objection to it was upheld. It takes two supervisors, neither of
 * whom approved it: with the second the mark is superseded, what has not run does not run, and an incident begins.
 */
export const findErasedInError = command({
  name: 'request.find_erased_in_error',
  permission: 'request.find_erased_in_error',
  input: findErrorInput,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { request } = stored
    if (!upheldTooLate(stored)) throw preconditionFailed('no_objection_upheld', { case: request.caseCode })
    const first = request.errorFinding === null
    return actOnCase(
      context,
      stored,
      { type: 'erased_in_error', at: now, by: requestActor(actor), cause: 'objection' },
      { what: 'request.error_found', data: { second: !first } },
    )
  },
})
