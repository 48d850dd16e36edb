import { z } from 'zod'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { levelsInCall } from './levels-in-call.ts'
import { requestActor } from './request-actor.ts'

const CancelInput = OnCase.extend({
  /** The call in which the person asked for it, verified; null where no person asks (the ineligibility kinds). */
  callId: z.uuid().nullable(),
})

/** The person, at level 2 in a live call, takes the request back; also while it is paused. */
export const cancelRequest = command({
  name: 'request.cancel',
  permission: 'request.cancel',
  input: CancelInput,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    if (input.callId === null && actor.type === 'staff' && actor.role === 'agent') {
      throw preconditionFailed('call_needed', { case: input.caseCode })
    }
    const levels = await levelsInCall(context, input.callId)
    const event = { type: 'cancel', at: now, by: requestActor(actor) } as const
    return actOnCase(context, stored, event, { what: 'request.cancelled', call: input.callId }, levels)
  },
})
