import { z } from 'zod'
import { isBeforeExecuting } from '#domain/request/states.ts'
import { notAllowed, notFound, preconditionFailed } from '../errors.ts'
import { procedure } from '../procedure.ts'
import { auditedQuery, runQuery } from '../query.ts'
import { planView } from '../present/plan-view.ts'
import { CaseCode } from '../request/act-on-case.ts'
import { aboutRequest } from '../request/carry-out.ts'
import type { PlanView } from '../views/plan.ts'

/** What the command line shows of a case: the plan, and nothing about the person. */
export interface ShownPlan {
  readonly caseCode: string
  readonly state: string
  /** Frozen: nothing that is asked of the systems now changes it. */
  readonly frozen: boolean
  readonly plan: PlanView | null
}

const OfCase = z.object({ caseCode: CaseCode })

/** The newest plan of a case, for whoever decides or checks; agents see it in their call. */
export const viewPlan = auditedQuery({
  name: 'plan.view',
  permission: 'plan.view',
  input: OfCase,
  async run({ input, actor, store }) {
    if (actor.type === 'staff' && actor.role === 'agent') throw notAllowed('own_call')
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    const { request } = stored
    const record = (await store.erasure.frozenPlan(request.id)) ?? (await store.erasure.latestPlan(request.id))
    const shown: ShownPlan & { readonly requestId: string } = {
      requestId: request.id,
      caseCode: request.caseCode,
      state: request.state,
      frozen: !isBeforeExecuting(request.state),
      plan: record && planView(record, await store.systems.list()),
    }
    return {
      value: shown,
      events: [{ what: 'plan.viewed', ...aboutRequest(request), data: { plan_hash: record?.hash ?? null } }],
    }
  },
})

/**
 * What this case's erasure would do now: every system is asked, unless the plan is frozen already. A plan that differs
 * from the one that was approved takes the approval away, as it would at the end of the window.
 *
 * @throws Unavailable when a system can not be asked
 */
export const showPlan = procedure({
  name: 'plan.view',
  async run({ runtime, planner }, rawInput, principal): Promise<ShownPlan> {
    const before = await runQuery(runtime, viewPlan, rawInput, principal)
    if (before.frozen) return before
    await planner.plan(before.requestId)
    const now = await runQuery(runtime, viewPlan, rawInput, principal)
    if (now.plan === null) throw preconditionFailed('plan_missing', { case: now.caseCode })
    return now
  },
})
