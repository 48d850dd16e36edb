import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { extendInput } from '../views/approvals-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { jurisdictionsOf } from './law-facts.ts'
import { requestActor } from './request-actor.ts'
import { requestDates } from './request-dates.ts'

/**
 * Takes the time that the law grants for a reason, once and before the date is over; the person is told, with the
 * reason.
 */
export const extendRequest = command({
  name: 'request.extend',
  permission: 'request.extend',
  input: extendInput,
  async run(context) {
    const { input, actor, now, store } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { request, origin } = stored
    const subjectIds = request.subjects.map((one) => one.subjectId)
    const jurisdictions = await jurisdictionsOf(store, subjectIds, origin.jurisdiction)
    const { due, decideBy } = await requestDates(store, { ...request, jurisdictions, extension: input.reason })
    if (due.dueAt <= request.dueAt && request.extended === null) throw preconditionFailed('no_extension', { case: request.caseCode })
    const { dueAt } = due
    return actOnCase(
      context,
      stored,
      { type: 'extend', at: now, by: requestActor(actor), reason: input.reason, dueAt, decideBy },
      { what: 'request.extended', data: { reason: input.reason, due: new Date(dueAt).toISOString() } },
    )
  },
})
