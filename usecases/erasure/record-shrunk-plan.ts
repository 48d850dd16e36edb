import { z } from 'zod'
import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import { planShrinks } from '#domain/request/plan-fact.ts'
import { command } from '../command.ts'
import { notFound, preconditionFailed } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { transition } from '../request/transition.ts'
import { sealedMs } from './sealed-span.ts'

/**
 * Records what a hold left of a running erasure's plan, and freezes it in place of the one before. Nobody approves it
 * anew: it does less. Actor: the planner.
 *
 * @throws PreconditionFailed `plan_grew` for a plan that would do more
 */
export const recordShrunkPlan = command({
  name: 'erasure.shrink_plan',
  permission: 'erasure.plan',
  input: z.object({ requestId: z.uuid(), plan: z.string(), system: z.string(), text: z.string() }),
  async run(context) {
    const { input, store, now, ids } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('request')
    const { request } = stored
    // An `ErasurePlan` of our own planner's, so it is not taken apart again here.
    const plan = JSON.parse(input.plan) as ErasurePlan
    const { hash } = plan.fact
    const recorded = { what: 'erasure.planned', ...aboutRequest(request), data: { plan_hash: hash, system: input.system } } as const
    if (request.frozen === null || request.frozen.hash === hash) return { value: { shrunk: false }, events: [recorded] }
    if (!planShrinks(request.frozen, plan.fact)) throw preconditionFailed('plan_grew', aboutRequest(request))
    await store.erasure.addPlan({ id: ids.uuid(), requestId: request.id, hash, plan, computedAt: now })
    await store.erasure.seal({ requestId: request.id, kind: 'keys', system: input.system, text: input.text, expiresAt: now + sealedMs })
    const done = await transition(context, stored, { type: 'plan_shrunk', at: now, by: { type: 'system' } })
    return { value: { shrunk: true }, events: [recorded, ...done.events], jobs: done.jobs }
  },
})
