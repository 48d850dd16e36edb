/** Steps of the law's clocks, which no pause stops. */

import { as, type StepContext, type StepResult } from '../context.ts'
import { stateTurns } from '../states.ts'

export function acknowledged({ request, event }: StepContext): StepResult {
  return {
    next: { ...request, acknowledgedAt: event.at },
    effects: [{ type: 'notify', template: 'acknowledged', to: 'contact_on_file' }],
  }
}

export function extended({ request, event }: StepContext): StepResult {
  const { reason, dueAt, decideBy } = as(event, 'extend')
  const clock = request.clock.code === 'decide_by' ? { ...request.clock, at: decideBy } : request.clock
  const escalated = request.escalated.filter((e) => e.of !== 'decide_by')
  return {
    next: { ...request, dueAt, decideBy, clock, escalated, extended: { at: event.at, reason, from: request.dueAt } },
    effects: [{ type: 'notify', template: 'extended', to: 'contact_on_file', params: { reason } }],
  }
}

export function duePassed({ request, event }: StepContext): StepResult {
  const { role } = stateTurns[request.state]
  return {
    next: { ...request, duePassedAt: event.at },
    effects: [
      { type: 'notify', template: 'due_passed', to: 'contact_on_file' },
      { type: 'notify', template: 'due_passed', to: 'supervisors', params: { role } },
    ],
  }
}

export function escalated({ request, event }: StepContext): StepResult {
  const { of } = as(event, 'escalate')
  return {
    next: { ...request, escalated: [...request.escalated, { of, at: event.at }] },
    effects: [{ type: 'notify', template: 'escalated', to: 'deputies', params: { of } }],
  }
}
