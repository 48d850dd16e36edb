import { command } from '../command.ts'
import { notAllowed } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'

/**
 * Nobody on file fits what was written: whoever wrote is answered at the contact that they gave, in words that are the
 * same whether somebody was erased or never was.
 */
export const noDataFound = command({
  name: 'request.no_data_found',
  permission: 'request.no_data_found',
  input: OnCase,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    if (actor.type !== 'staff' || stored.origin.openedBy !== actor.humanRef) {
      throw notAllowed('not_your_case', { case: input.caseCode })
    }
    const event = { type: 'no_data_found', at: now, by: requestActor(actor) } as const
    return actOnCase(context, stored, event, { what: 'request.no_data_found' })
  },
})
