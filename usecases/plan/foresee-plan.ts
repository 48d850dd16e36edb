import { z } from 'zod'
import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import { invalidInput } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { planView } from '../present/plan-view.ts'
import { procedure } from '../procedure.ts'
import { auditedQuery, query, runQuery } from '../query.ts'
import { foreseePlanInput } from '../views/desk-inputs.ts'
import type { ForeseenView } from '../views/plan.ts'
import { askedInCall } from './asked-in-call.ts'

/** What the systems are to be asked for an agent in a call. It goes to the planner, and to nobody else. */
export const askedOfSystems = query({
  name: 'plan.foresee',
  permission: 'plan.view',
  input: foreseePlanInput,
  run: async (context) => (await askedInCall(context, context.input)).asked,
})

/** The numbers as the systems gave them, to the agent whose verified caller they are about. */
export const viewForeseen = auditedQuery({
  name: 'plan.foresee',
  permission: 'plan.view',
  input: z.object({
    of: foreseePlanInput,
    /** An `ErasurePlan` as JSON: our own planner's, so it is not taken apart again here. */
    plan: z.string(),
    unanswered: z.array(z.string()),
  }),
  async run(context) {
    const { input, store, now } = context
    const { caseCode, opened, asked } = await askedInCall(context, input.of)
    const plan = JSON.parse(input.plan) as ErasurePlan
    const { hash } = plan.fact
    const value: ForeseenView = {
      caseCode,
      kind: asked.kind,
      plan: planView({ hash, plan, computedAt: now }, await store.systems.list()),
      unanswered: input.unanswered,
    }
    const entry = {
      what: 'plan.viewed',
      // What is only thought of has no case yet; it will have this code if it is submitted.
      case: opened ? caseCode : null,
      call: input.of.callId,
      subjects: asked.subjects.map(({ subjectId }) => subjectId),
      data: { plan_hash: hash, kind: asked.kind, unanswered: input.unanswered.length },
    } as const
    return { value, events: [entry] }
  },
})

/**
 * What something that can not be undone would do, in numbers, before it is submitted: every system is asked as it will
 * be for the case. Nothing is opened by looking, and nothing kept but that it was looked at.
 */
export const foreseePlan = procedure({
  name: 'plan.foresee',
  async run({ runtime, planner }, rawInput, principal): Promise<ForeseenView> {
    const parsed = foreseePlanInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const asked = await runQuery(runtime, askedOfSystems, parsed.data, principal)
    const { plan, unanswered } = await planner.foresee(asked)
    const seen = { of: parsed.data, plan: JSON.stringify(plan), unanswered }
    return runQuery(runtime, viewForeseen, seen, principal)
  },
})
