import { command } from '../command.ts'
import { giveUpInput } from '../views/case-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'

/**
 * Nobody could be verified: the case ends as `identity_not_verified`, and the contact on file is told what to do. By
 * staff who did not open it; a parked one only after it came before a supervisor (domain book §5.2, invariant 6).
 *
 * @throws NotAllowed for who opened it; PreconditionFailed while it is too early, or something else keeps it
 */
export const giveUpRequest = command({
  name: 'request.give_up',
  permission: 'request.give_up',
  input: giveUpInput,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const event = { type: 'give_up', at: now, by: requestActor(actor) } as const
    const entry = { what: 'request.gave_up', data: { reason: 'identity_not_verified' } } as const
    return actOnCase(context, stored, event, entry)
  },
})
