import { z } from 'zod'
import { agentSees } from '#domain/request/shown.ts'
import { command } from '../command.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { SpokenCaseCode } from './read-request.ts'
import { Assurance } from './receive-input.ts'
import { requestActor } from './request-actor.ts'
import { vouchedLevels } from './vouched-levels.ts'

export const CancelReceivedBody = z.strictObject({ assurance: Assurance })

/** The person takes the request back in the operator's app; also while it is paused. */
export const cancelReceived = command({
  name: 'request.cancel_received',
  permission: 'request.cancel',
  input: CancelReceivedBody.extend({ case_code: SpokenCaseCode }),
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.case_code, null)
    const event = { type: 'cancel', at: now, by: requestActor(actor) } as const
    const levels = await vouchedLevels(context, stored.request, input.assurance)
    const done = await actOnCase(context, stored, event, { what: 'request.cancelled' }, levels)
    const { caseCode, dueAt } = done.request
    return { ...done, value: { caseCode, state: agentSees(done.request), dueAt } }
  },
})
