/** Steps of a dispute: somebody says "that was not me" (domain book §5.2, second table). */

import { humanOf } from '../actor.ts'
import { as, type StepContext, type StepResult } from '../context.ts'
import { forgetEscalation } from '../escalation.ts'
import { lay } from '../pause.ts'
import type { Request } from '../request.ts'
import { withPart } from '../separation.ts'
import { isBeforeExecuting } from '../states.ts'
import { inError } from './ending.ts'
import { lifted } from './pausing.ts'
import { rejected } from './submitting.ts'
import { stopTasks } from './working.ts'

export function disputed(c: StepContext): StepResult {
  const { request, event, facts } = c
  const pause = { kind: 'disputed' as const, since: event.at, until: event.at + facts.settings.disputeMs }
  const laid = lay({ ...request, disputes: request.disputes + 1 }, pause, event.at)
  return {
    next: withPart(laid, humanOf(event.by), 'took_in', event.at),
    effects: [
      ...stopTasks(request),
      { type: 'notify', template: 'dispute_received', to: 'contact_on_file' },
      { type: 'notify', template: 'dispute_received', to: 'supervisors' },
    ],
  }
}

function resolver(c: StepContext): Request {
  const cleared = forgetEscalation(forgetEscalation({ ...c.request, errorFinding: null }, 'dispute'), 'finding')
  return withPart(cleared, humanOf(c.event.by), 'resolved_dispute', c.event.at)
}

export function disputeDismissed(c: StepContext): StepResult {
  const { next, effects } = lifted(c, resolver(c), 'disputed')
  return { next, effects: [{ type: 'notify', template: 'dispute_dismissed', to: 'contact_on_file' }, ...effects] }
}

export function disputeUpheld(c: StepContext): StepResult {
  const { ground, remedies } = as(c.event, 'resolve_dispute')
  if (!isBeforeExecuting(c.request.state)) throw new TypeError('the row dispute_upheld begins before executing')
  return rejected(c, resolver(c), { code: 'fraud', ground, remedies, textRef: null }, 'contact_on_file')
}

export function disputeUpheldFirst(c: StepContext): StepResult {
  const human = humanOf(c.event.by) ?? ''
  const next = { ...resolver(c), errorFinding: { human, at: c.event.at } }
  return { next, effects: [{ type: 'notify', template: 'escalated', to: 'supervisors', params: { of: 'finding' } }] }
}

export function disputeUpheldAtWork(c: StepContext): StepResult {
  return inError(c, resolver(c), 'dispute')
}
