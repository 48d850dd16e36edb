/** Steps of asking again, of the end, and of what may follow it. */

import { humanOf } from '../actor.ts'
import { as, type StepContext, type StepResult } from '../context.ts'
import type { Effect } from '../effects.ts'
import { completedNotice } from '../fitting-notice.ts'
import { erasingOutcome, restItemsDue, sameItem } from '../rest.ts'
import type { FrozenPlan, Request, RestItem } from '../request.ts'
import { enter } from '../transition.ts'
import { runRest, withObstacle } from './running.ts'

/** Asked, or asked once more when a round brought no answer in its time. */
export function askedAgain({ request, event, facts }: StepContext): StepResult {
  const clock = { code: 'recheck' as const, at: event.at + facts.settings.recheckWithinMs }
  return {
    next: { ...request, clock },
    effects: [{ type: 'ask_again', round: request.state === 'rechecking' ? 1 : 2 }],
  }
}

export function firstClean(c: StepContext): StepResult {
  const { request, event, facts } = c
  const next = enter({ ...request, firstCleanAt: event.at }, 'completed_pending', event.at, facts.settings)
  return {
    next,
    effects: [
      { type: 'notify', template: 'erased_first_check', to: 'contact_on_file' },
      { type: 'recheck_at', at: next.clock.at },
    ],
  }
}

/** The frozen plan without the dated lines that ran by now. */
function withoutRest(frozen: FrozenPlan, ran: readonly RestItem[] | null): FrozenPlan {
  if (!ran) return frozen
  return { ...frozen, lines: frozen.lines.filter((line) => !ran.some((r) => sameItem(r, line))) }
}

export function secondClean(c: StepContext): StepResult {
  const { request, event, facts } = c
  if (!request.frozen) throw new TypeError('an erasing request was re-checked without a frozen plan')
  const frozen = withoutRest(request.frozen, request.restRunning)
  const outcome = erasingOutcome(frozen)
  const again = request.endedAt !== null
  const effects: Effect[] = [
    { type: 'issue_certificate', result: outcome.result === 'full' ? 'full' : 'retained', again },
    { type: 'issue_receipt' },
    { type: 'notify', template: completedNotice(request, outcome.result, again), to: 'contact_on_file' },
  ]
  if (request.kind === 'deletion' && !again) {
    effects.push({ type: 'close_periods', standing: 'erased' }, { type: 'restrict', on: false })
  }
  return {
    next: enter({ ...request, frozen, restRunning: null, outcome }, 'completed', event.at, facts.settings),
    effects,
  }
}

export function restWaits(c: StepContext): StepResult {
  return withObstacle(c, c.request)
}

export function restRuns(c: StepContext): StepResult {
  const { request, event, facts } = c
  return runRest(c, restItemsDue(request, event.at, facts.holds.map((h) => h.ref)))
}

/** The first of two supervisors. The second has as long as an incident may take. */
export function errorFound({ request, event }: StepContext): StepResult {
  const next = { ...request, errorFinding: { human: humanOf(event.by) ?? '', at: event.at } }
  return { next, effects: [{ type: 'notify', template: 'escalated', to: 'supervisors', params: { of: 'finding' } }] }
}

/**
 * Both found that it was carried out in error: the mark is superseded, nothing that has not run runs any more,
 * and the incident's own clock begins.
 */
export function inError(c: StepContext, request: Request, cause: 'dispute' | 'objection'): StepResult {
  const { event, facts } = c
  const next: Request = {
    ...enter(request, 'completed', event.at, facts.settings),
    outcome: { result: 'erased_in_error', rest: [] },
    erasedInError: { at: event.at, cause },
    errorFinding: null,
    restRunning: null,
    attention: [],
    proposals: [],
  }
  const effects: Effect[] = [{ type: 'drop_all_tasks' }]
  if (request.markedAt !== null) effects.unshift({ type: 'supersede_mark', cause })
  effects.push(
    { type: 'open_incident', dueAt: event.at + facts.settings.incidentMs },
    { type: 'list_restorable' },
    { type: 'notify', template: 'erased_in_error', to: 'contact_on_file' },
  )
  if (request.kind === 'deletion' && request.endedAt === null) effects.push({ type: 'restrict', on: false })
  return { next, effects }
}

export function erasedInError(c: StepContext): StepResult {
  return inError(c, c.request, as(c.event, 'erased_in_error').cause)
}
