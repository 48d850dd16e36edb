/** Entering executing: the plan is frozen, the mark comes first, then the tasks start (invariant 3). */

import type { StepContext, StepResult } from '../context.ts'
import type { Effect } from '../effects.ts'
import { isErasing } from '../kinds.ts'
import { obstacle, withAccessGrace } from '../obstacles.ts'
import type { Request } from '../request.ts'
import { enter } from '../transition.ts'

/** The registry's part: an entry for everyone who is to be marked, a note for everyone who is not. */
function markEffects(request: Request): Effect[] {
  if (request.kind === 'ineligibility_correction') return [{ type: 'supersede_mark', cause: 'correction' }]
  if (request.kind !== 'deletion' && request.kind !== 'ineligibility') return []
  return request.marks.map((mark) =>
    mark.decision.mark === 'yes'
      ? { type: 'write_mark', mark }
      : { type: 'note_no_mark', subjectId: mark.subjectId, reason: mark.decision.reason },
  )
}

/** What the ledger and the standing learn, per kind (§5.3). */
function consentEffects(request: Request): Effect[] {
  switch (request.kind) {
    case 'consent_withdrawal':
      return [{ type: 'append_consent_event', state: 'ConsentWithdrawn', of: 'purpose' }]
    case 'deregistration':
    case 'deletion':
      return [
        { type: 'append_consent_event', state: 'ConsentWithdrawn', of: 'scope' },
        { type: 'close_periods', standing: 'deregistered' },
      ]
    case 'void_enrolment':
      return [
        { type: 'append_consent_event', state: 'ConsentInvalidated', of: 'defective_periods' },
        { type: 'close_periods', standing: 'void' },
        { type: 'notify', template: 'running_contracts_go_on', to: 'partners' },
      ]
    case 'ineligibility':
      // Nobody withdrew anything: what the person agreed to has come to its end.
      return [
        { type: 'append_consent_event', state: 'ConsentExpired', of: 'running_periods' },
        { type: 'close_periods', standing: 'deregistered' },
      ]
    case 'access':
    case 'objection':
    case 'ineligibility_correction':
      return []
  }
}

/** Marks whatever keeps the destructive steps waiting, and gives open access requests their days. */
export function withObstacle(c: StepContext, request: Request): StepResult {
  const graced = isErasing(request.kind)
    ? withAccessGrace(request, c.event.at, c.facts)
    : { request, effects: [] }
  const found = obstacle(graced.request, c.event.at, c.facts)
  const waiting = found && { ...found, since: request.waiting?.since ?? c.event.at }
  return { next: { ...graced.request, waiting }, effects: graced.effects }
}

/** Freezes today's plan and runs it. The effects are in the order in which they must become true. */
export function run(c: StepContext, request: Request): StepResult {
  const { event, facts } = c
  const plan = facts.plan
  if (plan === null) throw new TypeError('a row to executing is missing its guard plan_known')
  const { hash, lines, systems, marks } = plan
  const writes = request.kind === 'deletion' || request.kind === 'ineligibility'
  const marked = writes && marks.some((m) => m.decision.mark === 'yes')
  const frozen: Request = {
    ...enter(request, 'executing', event.at, facts.settings),
    planHash: hash,
    marks,
    frozen: { hash, lines, systems, marks, at: event.at },
    markedAt: marked ? event.at : null,
    coolingOffLeftMs: null,
  }
  const { next, effects } = withObstacle(c, frozen)
  return {
    next,
    effects: [
      ...markEffects(next),
      { type: 'freeze_plan', hash },
      ...consentEffects(next),
      ...effects,
      { type: 'start_tasks', systems: null, rest: null },
    ],
  }
}

/** The dated lines of the frozen plan whose turn came, and nothing else. */
export function runRest(c: StepContext, due: Request['restRunning']): StepResult {
  const { request, event, facts } = c
  const entered = enter(request, 'executing', event.at, facts.settings)
  return {
    next: { ...entered, restRunning: due, firstCleanAt: null, attention: [], proposals: [] },
    effects: [{ type: 'start_tasks', systems: null, rest: due ?? [] }],
  }
}
