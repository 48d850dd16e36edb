import { command } from '../command.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'

/** Runs the tasks again that gave up or left something, under their old idempotency keys. */
export const retryRequest = command({
  name: 'request.retry',
  permission: 'request.retry',
  input: OnCase,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    return actOnCase(context, stored, { type: 'retry', at: now, by: requestActor(actor) }, { what: 'request.retried' })
  },
})
