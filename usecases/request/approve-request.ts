import { z } from 'zod'
import { command } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'

const ApproveInput = OnCase.extend({
  /** The hash of the plan that was shown; null where the kind has none. */
  planHash: z.string().regex(/^[0-9a-f]{64}$/, { error: 'plan_hash' }).nullable(),
  /** The last five characters of the case code, typed: nothing irreversible by accident. */
  confirm: z.string().trim().toUpperCase().max(9),
})

/**
 * Approves a request, bound to exactly the plan that was shown (invariant 2). An objection is answered instead:
 * answer-objection.ts.
 */
export const approveRequest = command({
  name: 'request.approve',
  permission: 'request.approve',
  input: ApproveInput,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    if (input.confirm !== input.caseCode.slice(-5)) throw invalidInput('confirm', { confirm: 'confirm_code' })
    return actOnCase(
      context,
      stored,
      { type: 'approve', at: now, by: requestActor(actor), planHash: input.planHash ?? '', answer: null },
      { what: 'request.approved', data: { plan_hash: input.planHash } },
    )
  },
})
