import { z } from 'zod'
import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import { isFinal, isBeforeExecuting } from '#domain/request/states.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { transition } from '../request/transition.ts'
import { sealedMs } from './sealed-span.ts'

/**
 * Records what the systems answered. A plan whose hash differs from the one that is before a supervisor, or was
 * approved, takes the approval away. Once the plan is frozen nothing is replaced. Actor: the planner.
 */
export const recordPlan = command({
  name: 'erasure.plan',
  permission: 'erasure.plan',
  input: z.object({
    requestId: z.uuid(),
    /** An `ErasurePlan` as JSON: our own planner's, so it is not taken apart again here. */
    plan: z.string(),
    sealed: z.array(z.object({ system: z.string(), text: z.string() })),
  }),
  async run(context) {
    const { input, store, now, ids } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('request')
    const { request } = stored
    const plan = JSON.parse(input.plan) as ErasurePlan
    const hash = plan.fact.hash
    const recorded: AuditEvent = {
      what: 'erasure.planned',
      ...aboutRequest(request),
      data: {
        plan_hash: hash,
        systems: plan.systems.length,
        found: sum(plan, 'found'),
        delete: sum(plan, 'delete'),
        mask: sum(plan, 'mask'),
        keep: sum(plan, 'keep'),
        problems: plan.systems.reduce((n, system) => n + system.problems.length, 0),
      },
    }
    if (isFinal(request.state) || !isBeforeExecuting(request.state)) {
      return { value: { hash, changed: false }, events: [recorded] }
    }
    await store.erasure.addPlan({ id: ids.uuid(), requestId: request.id, hash, plan, computedAt: now })
    for (const { system, text } of input.sealed) {
      await store.erasure.seal({ requestId: request.id, kind: 'keys', system, text, expiresAt: now + sealedMs })
    }
    const events: AuditEvent[] = []
    const jobs: JobRequest[] = []
    const before = request.planHash
    const decided = request.state === 'awaiting_approval' || request.state === 'cooling_off'
    const changed = decided && before !== null && before !== hash && request.pauses.length === 0
    if (changed) {
      const done = await transition(context, stored, { type: 'plan_changed', at: now, by: { type: 'system' } })
      events.push(...done.events)
      jobs.push(...done.jobs)
    }
    return { value: { hash, changed }, events: [recorded, ...events], jobs }
  },
})

const sum = (plan: ErasurePlan, count: 'found' | 'delete' | 'mask' | 'keep'): number =>
  plan.systems.reduce((n, system) => n + system.collections.reduce((m, one) => m + one.counts[count], 0), 0)
