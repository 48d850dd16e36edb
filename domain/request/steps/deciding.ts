/** Steps of a supervisor's decision and of the cooling-off window. */

import { humanOf } from '../actor.ts'
import { as, type StepContext, type StepResult } from '../context.ts'
import { approvedNotice } from '../fitting-notice.ts'
import type { Approval, Request } from '../request.ts'
import { withPart } from '../separation.ts'
import { enter } from '../transition.ts'
import { withObstacle, run } from './running.ts'
import { rejected, withTodaysPlan } from './submitting.ts'

export function returned(c: StepContext): StepResult {
  const { request, event, facts } = c
  const { to } = as(event, 'return')
  const next: Request = {
    ...enter(request, 'returned', event.at, facts.settings),
    returns: request.returns + 1,
    returnedTo: to,
    returnUnanswered: false,
    approvals: [],
  }
  return { next, effects: [{ type: 'notify', template: 'returned_to_you', to: 'named_agent', human: to }] }
}

/** The answer may have changed the plan: today's is the one that is decided on. */
export function answered(c: StepContext): StepResult {
  const { request, event, facts } = c
  const dates = facts.dates ?? { dueAt: request.dueAt, decideBy: request.decideBy }
  const back = enter({ ...request, ...dates }, 'awaiting_approval', event.at, facts.settings)
  const next = withTodaysPlan(c, { ...back, returnedTo: null, returnUnanswered: false })
  return { next: withPart(next, humanOf(event.by), 'answered_return', event.at), effects: [] }
}

export function returnUnanswered(c: StepContext): StepResult {
  const back = enter(c.request, 'awaiting_approval', c.event.at, c.facts.settings)
  return {
    next: withTodaysPlan(c, { ...back, returnUnanswered: true }),
    effects: [{ type: 'notify', template: 'return_unanswered', to: 'supervisors' }],
  }
}

export function rejectedByDecision(c: StepContext): StepResult {
  const { code, ground, remedies, textRef } = as(c.event, 'reject')
  const next = withPart(c.request, humanOf(c.event.by), 'rejected', c.event.at)
  return rejected(c, next, { code, ground, remedies, textRef }, 'contact_on_file')
}

function withApproval(c: StepContext): Request {
  const { request, event } = c
  const human = humanOf(event.by) ?? ''
  const approval: Approval = { human, at: event.at, planHash: as(event, 'approve').planHash }
  return {
    ...request,
    approvals: [...request.approvals, approval],
    approvers: [...new Set([...request.approvers, human])],
  }
}

export function approvedByFirst(c: StepContext): StepResult {
  return { next: withApproval(c), effects: [] }
}

export function approvedToCoolOff(c: StepContext): StepResult {
  const { at } = c.event
  const next = enter(withApproval(c), 'cooling_off', at, c.facts.settings)
  return { next, effects: [{ type: 'notify', template: approvedNotice(next.clock.at, at), to: 'contact_on_file' }] }
}

export function approvedToRun(c: StepContext): StepResult {
  const ran = run(c, withApproval(c))
  const { answer } = as(c.event, 'approve')
  if (c.request.kind !== 'objection' || !answer || c.request.about === null) return ran
  return {
    next: { ...ran.next, answered: { at: c.event.at, upheld: answer.upheld } },
    effects: [...ran.effects, { type: 'apply_objection', about: c.request.about, upheld: answer.upheld }],
  }
}

/** The approval is gone, what is left of the window stays, and the supervisor is told what differs. */
export function planChanged(c: StepContext): StepResult {
  const { request, event, facts } = c
  const left = request.state === 'cooling_off' ? Math.max(0, request.clock.at - event.at) : request.coolingOffLeftMs
  const next = withTodaysPlan(c, { ...request, approvals: [], coolingOffLeftMs: left })
  return {
    next: enter(next, 'awaiting_approval', event.at, facts.settings),
    effects: [
      { type: 'note_difference', from: request.planHash ?? '', to: next.planHash ?? '' },
      { type: 'notify', template: 'plan_differs', to: 'supervisors' },
    ],
  }
}

/** Not yet possible: the state stays and says why. */
export function windowWaits(c: StepContext): StepResult {
  return withObstacle(c, c.request)
}

export function windowOver(c: StepContext): StepResult {
  return run(c, c.request)
}
