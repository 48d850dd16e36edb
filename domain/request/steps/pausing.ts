/** Steps that park a request and put it on hold (domain book §5.2, second table). */

import { humanOf } from '../actor.ts'
import { planDiffers } from '../conditions.ts'
import { as, holdsOn, type StepContext, type StepResult } from '../context.ts'
import type { Effect } from '../effects.ts'
import { forgetEscalation } from '../escalation.ts'
import type { HoldFact } from '../hold.ts'
import { lay, lift, pauseOf, type PauseKind } from '../pause.ts'
import { marksNobody } from '../plan-fact.ts'
import type { Request } from '../request.ts'
import { withPart } from '../separation.ts'
import { isAtWork, isFinal } from '../states.ts'
import { needsTelling, toldCountsFrom } from '../telling.ts'
import { enter } from '../transition.ts'
import { planChanged } from './deciding.ts'
import { newlyRestricted, objectionHeard, unmarkable, verified, written } from './submitting.ts'
import { withObstacle } from './running.ts'
import { stopTasks } from './working.ts'

/** Lifts a pause; with the last one the state's guards are checked anew. */
export function lifted(c: StepContext, request: Request, kind: PauseKind): StepResult {
  const next = lift(request, kind, c.event.at)
  if (next.pauses.length > 0) return { next, effects: [] }
  if (isAtWork(next.state)) return { next, effects: [{ type: 'resume_tasks' }] }
  const decided = next.state === 'awaiting_approval' || next.state === 'cooling_off'
  const anew = { ...c, request: next }
  if (!decided || !planDiffers(anew)) return { next, effects: [] }
  const plan = c.facts.plan
  const unmarkableNow = next.kind === 'ineligibility' && plan !== null && marksNobody(plan.marks)
  return unmarkableNow ? unmarkable(anew) : planChanged(anew)
}

export function parked(c: StepContext): StepResult {
  const { request, event, facts } = c
  const { reason, promisedAt } = as(event, 'park')
  // A telling that turned out to be none does not count any more: the call-back tells it again (invariant 5).
  const told = reason === 'call_promised' ? request.told : null
  const from = request.state === 'open' ? enter(request, 'awaiting_verification', event.at, facts.settings) : request
  const pause = {
    kind: 'parked' as const, since: event.at, reason, tries: 0, inWritingAt: null,
    promisedAt: promisedAt ?? event.at + facts.settings.callBackMs,
  }
  const laid = lay({ ...from, told }, pause, event.at)
  return { next: withPart(laid, humanOf(event.by), 'edited', event.at), effects: [] }
}

/** The call in which it was parked ends with a promise: that is the time at which they wait for us. */
export function callEndedParked({ request, event }: StepContext): StepResult {
  const pause = pauseOf(request, 'parked')
  if (!pause) throw new TypeError('the row call_ended_parked is missing its guard')
  const { promisedCallAt } = as(event, 'call_ended')
  const next = { ...request, callEndedAt: event.at, promisedCallAt }
  const promisedAt = promisedCallAt ?? pause.promisedAt
  return { next: lay(next, { ...pause, promisedAt }, event.at), effects: [] }
}

/**
 * Nobody answered. After the third try what there is to tell goes to the contact on file in writing; of somebody under
 * pressure never, since a letter reaches whoever opens the post.
 */
export function tried(c: StepContext): StepResult {
  const { request, event, facts } = c
  const pause = pauseOf(request, 'parked')
  if (!pause) throw new TypeError('the row tried is missing its guard')
  const tries = pause.tries + 1
  const promisedAt = as(event, 'tried').promisedAt ?? event.at + facts.settings.callBackMs
  const writes =
    tries >= facts.settings.parkTries && pause.inWritingAt === null && pause.reason !== 'under_pressure'
  const inWritingAt = writes ? event.at : pause.inWritingAt
  const next = lay(request, { ...pause, tries, promisedAt, inWritingAt }, event.at)
  if (!writes) return { next, effects: [] }
  const untold = needsTelling(request) && toldCountsFrom(request, facts.settings.readingMs) === null
  if (untold) return written(c, next)
  return { next, effects: [{ type: 'notify', template: 'please_call_us', to: 'contact_on_file' }] }
}

/**
 * Reached, and they would rather read it, or answered a link: it goes out now, and the parking lasts while there is
 * time to read.
 */
export function reachedToWrite(c: StepContext): StepResult {
  const { request, event, facts } = c
  const pause = pauseOf(request, 'parked')
  if (!pause) throw new TypeError('the row reached_to_write is missing its guard')
  const promisedAt = event.at + facts.settings.readingMs
  // By a link everybody is verified now: what was read goes on with that (§5.2 parked).
  const linked = event.by.type === 'system'
  const sure = linked ? verified(c) : request
  const asked = lay({ ...sure, told: as(event, 'reached').told }, { ...pause, promisedAt, inWritingAt: event.at }, event.at)
  const { next, effects } = written(c, asked)
  const restricts = linked ? newlyRestricted(request, next) : []
  return { next: withPart(next, humanOf(event.by), 'told', event.at), effects: [...effects, ...restricts] }
}

/** Nobody was told by what reached nobody: somebody calls back. */
export function notDelivered({ request, event, facts }: StepContext): StepResult {
  const pause = pauseOf(request, 'parked')
  if (!pause) throw new TypeError('the row not_delivered is missing its guard')
  const promisedAt = event.at + facts.settings.callBackMs
  const told = request.told?.writtenAt === pause.inWritingAt ? null : request.told
  const next = lay({ ...request, told }, { ...pause, promisedAt, tries: 0, inWritingAt: null }, event.at)
  return { next, effects: [] }
}

export function reachedInVain({ request, event, facts }: StepContext): StepResult {
  const { told, promisedAt } = as(event, 'reached')
  const pause = pauseOf(request, 'parked')
  if (!pause) throw new TypeError('the row reached_in_vain is missing its guard')
  const reason = told?.result === 'under_pressure' ? 'under_pressure' as const : pause.reason
  const next = lay(
    { ...request, told: told ?? request.told },
    { ...pause, reason, tries: 0, inWritingAt: null, promisedAt: promisedAt ?? event.at + facts.settings.callBackMs },
    event.at,
  )
  return { next: withPart(next, humanOf(event.by), 'told', event.at), effects: [] }
}

export function reached(c: StepContext): StepResult {
  const { request, event } = c
  const told = as(event, 'reached').told ?? request.told
  const again = withPart({ ...request, told, promisedCallAt: null }, humanOf(event.by), 'told', event.at)
  const heard = again.verifiedAt === null ? { next: again, effects: [] } : objectionHeard(again)
  const { next, effects } = lifted(c, forgetEscalation(heard.next, 'parked'), 'parked')
  return { next, effects: [...heard.effects, ...effects] }
}

export function readingOver(c: StepContext): StepResult {
  const heard = c.request.verifiedAt === null ? { next: c.request, effects: [] } : objectionHeard(c.request)
  const { next, effects } = lifted(c, forgetEscalation(heard.next, 'parked'), 'parked')
  return { next, effects: [...heard.effects, ...effects] }
}

/** The person is told of a hold that stops their deletion, unless its basis forbids it. */
function onHold(request: Request, holds: readonly HoldFact[], at: number): StepResult {
  const before = pauseOf(request, 'on_hold')
  const known = new Set(before?.holds.map((h) => h.ref))
  const added = holds.filter((h) => !known.has(h.ref))
  if (added.length === 0) return { next: request, effects: [] }
  const more = added.map(({ ref, reviewOn, mayNotTell }) => ({ ref, reviewOn, mayNotTell }))
  const all = [...(before?.holds ?? []), ...more]
  const tell: Effect[] = added.every((h) => h.mayNotTell)
    ? []
    : [{ type: 'notify', template: 'hold_placed', to: 'contact_on_file' }]
  return {
    next: lay(request, { kind: 'on_hold', since: before?.since ?? at, holds: all }, at),
    effects: before ? tell : [...stopTasks(request), ...tell],
  }
}

/**
 * A submitted deletion that standing holds cover whole is on_hold, whichever event brings it to light. Before it
 * is submitted there is nothing to stop, and a refusal at the telephone would tell the caller of the hold.
 */
export function withHolds(c: StepContext, request: Request): StepResult {
  const early = request.state === 'open' || request.state === 'awaiting_verification'
  if (request.kind !== 'deletion' || early || isFinal(request.state)) return { next: request, effects: [] }
  const held = holdsOn(request, c.facts)
  return held.effect === 'pause' ? onHold(request, held.holds, c.event.at) : { next: request, effects: [] }
}

/** The pause ends when what stands of the holds no longer covers everything. */
function noLongerOnHold(c: StepContext, request: Request): StepResult {
  const waiting = request.waiting?.code === 'hold' ? null : request.waiting
  return lifted(c, { ...forgetEscalation(request, 'hold_review'), waiting }, 'on_hold')
}

/** Also a hold that was changed under its own reference: narrower, or with another review date. */
export function holdPlaced(c: StepContext): StepResult {
  const { request, event, facts } = c
  const { hold } = as(event, 'hold_placed')
  const standing = { ...c, facts: { ...facts, holds: [...facts.holds.filter((h) => h.ref !== hold.ref), hold] } }
  const marked = withPart(request, humanOf(event.by), 'placed_hold', event.at)
  const pause = pauseOf(marked, 'on_hold')
  if (pause) {
    if (holdsOn(marked, standing.facts).effect !== 'pause') return noLongerOnHold(standing, marked)
    const holds = pause.holds.map((h) => (h.ref === hold.ref ? { ...h, reviewOn: hold.reviewOn } : h))
    return withHolds(standing, lay(marked, { ...pause, holds }, event.at))
  }
  const held = withHolds(standing, marked)
  if (request.state !== 'executing' || held.next.pauses.length > 0) return held
  const looked = withObstacle(standing, held.next)
  return { next: looked.next, effects: [...held.effects, ...looked.effects] }
}

export function holdLifted(c: StepContext): StepResult {
  const { event, facts } = c
  const { ref } = as(event, 'hold_lifted')
  const remaining = { ...c, facts: { ...facts, holds: facts.holds.filter((h) => h.ref !== ref) } }
  const request = withPart(c.request, humanOf(event.by), 'lifted_hold', event.at)
  const pause = pauseOf(request, 'on_hold')
  if (pause) {
    if (holdsOn(request, remaining.facts).effect !== 'pause') return noLongerOnHold(remaining, request)
    const holds = pause.holds.filter((h) => h.ref !== ref)
    return { next: lay(forgetEscalation(request, 'hold_review'), { ...pause, holds }, event.at), effects: [] }
  }
  if (request.waiting?.code !== 'hold') return { next: request, effects: [] }
  const looked = withObstacle(remaining, request)
  const resumes: Effect[] = looked.next.waiting || request.state !== 'executing' ? [] : [{ type: 'resume_tasks' }]
  return { next: looked.next, effects: [...looked.effects, ...resumes] }
}

export function holdReviewed({ request, event }: StepContext): StepResult {
  const { ref, reviewOn } = as(event, 'hold_reviewed')
  const pause = pauseOf(request, 'on_hold')
  const next = withPart(forgetEscalation(request, 'hold_review'), humanOf(event.by), 'placed_hold', event.at)
  if (!pause) return { next, effects: [] }
  const holds = pause.holds.map((h) => (h.ref === ref ? { ...h, reviewOn } : h))
  return { next: lay(next, { ...pause, holds }, event.at), effects: [] }
}
