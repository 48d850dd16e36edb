/**
 * Guards of a supervisor's decisions and of the cooling-off window (domain book §5.2; invariants 2, 3
 * and 6).
 */

import { humanOf } from './actor.ts'
import { planDiffers } from './conditions.ts'
import { as, type StepContext } from './context.ts'
import { chosenRejectionCodes, type RefusalCode } from './explain.ts'
import { isErasing } from './kinds.ts'
import { obstacle } from './obstacles.ts'
import { erasesSomething } from './plan-fact.ts'
import { mayDecide } from './separation.ts'

export const decisionGuards = {
  may_decide: ({ request, event, facts }) => {
    const human = humanOf(event.by)
    if (human === null) return 'not_a_decider'
    const may = mayDecide(request, human, event.at, facts)
    return may.ok ? null : may.reason
  },

  did_not_approve: ({ request, event }) =>
    request.approvers.includes(humanOf(event.by) ?? '') ? 'approved_it_yourself' : null,

  returns_left: ({ request, facts }) => (request.returns < facts.settings.maxReturns ? null : 'returned_too_often'),

  before_decide_by: ({ request, event }) => (event.at < request.decideBy ? null : 'past_decide_by'),

  rejection_complete: ({ event, facts }) => {
    const rejecting = as(event, 'reject')
    if (!chosenRejectionCodes.includes(rejecting.code)) return 'code_not_chosen'
    if (rejecting.ground === '') return 'ground_missing'
    if (rejecting.remedies.length === 0) return 'remedies_missing'
    if (facts.refusalMustOffer.some((remedy) => !rejecting.remedies.includes(remedy))) return 'remedy_missing'
    return rejecting.code === 'other' && !rejecting.textRef ? 'text_missing' : null
  },

  /** A law that keeps some data keeps that data, and the rest is erased (invariant 6). */
  nothing_grantable: ({ request, event, facts }) => {
    const { code } = as(event, 'reject')
    if (!isErasing(request.kind) || (code !== 'legal_obligation' && code !== 'legal_claim')) return null
    if (facts.plan === null) return 'plan_missing'
    return erasesSomething(facts.plan.lines) ? 'can_be_granted' : null
  },

  /** The approval is bound to the hash of exactly the plan that was shown (invariant 2). */
  hash_shown_is_todays: (c) => {
    if (c.facts.plan === null) return 'plan_missing'
    const { planHash } = as(c.event, 'approve')
    return planHash === c.facts.plan.hash && !planDiffers(c) ? null : 'plan_differs'
  },

  not_approved_before: ({ request, event }) =>
    request.approvals.some((a) => a.human === humanOf(event.by)) ? 'already_approved' : null,

  objection_answered: ({ request, event }) => {
    if (request.kind !== 'objection') return null
    const { answer } = as(event, 'approve')
    if (answer === null) return 'answer_missing'
    return answer.remedies.length === 0 ? 'remedies_missing' : null
  },

  plan_differs: (c) => (planDiffers(c) ? null : 'plan_same'),

  obstacle_is_new: ({ request, event, facts }) => {
    const now = obstacle(request, event.at, facts)
    const before = request.waiting
    if (now === null || before?.code !== now.code || before.until <= event.at) return null
    // Another access that came meanwhile has days of its own, so it is something new.
    return now.code === 'hold' || before.until === now.until ? 'still_waiting' : null
  },

  approved: ({ request }) =>
    request.approvals.length > 0 && request.approvals.every((a) => a.planHash === request.planHash)
      ? null
      : 'plan_differs',
} as const satisfies Record<string, (c: StepContext) => RefusalCode | null>
