/** Steps while the tasks run and where they fail. */

import { humanOf } from '../actor.ts'
import { as, type StepContext, type StepResult } from '../context.ts'
import type { Effect } from '../effects.ts'
import { completedNotice } from '../fitting-notice.ts'
import { sameItem } from '../rest.ts'
import type { Attention, Outcome, Proposal, Request } from '../request.ts'
import { withPart } from '../separation.ts'
import { isAtWork } from '../states.ts'
import { enter } from '../transition.ts'
import { withObstacle } from './running.ts'

export function tasksEnded(c: StepContext): StepResult {
  return {
    next: enter(c.request, 'rechecking', c.event.at, c.facts.settings),
    effects: [{ type: 'ask_again', round: 1 }],
  }
}

/** For kinds that erase nothing there is nothing to ask again. */
export function tasksEndedForGood(c: StepContext): StepResult {
  const objection = c.request.kind === 'objection'
  const outcome: Outcome = { result: objection ? 'answered' : 'done', rest: [] }
  return {
    next: { ...enter(c.request, 'completed', c.event.at, c.facts.settings), outcome, attention: [], proposals: [] },
    effects: [{ type: 'notify', template: completedNotice(c.request, outcome.result), to: 'contact_on_file' }],
  }
}

export function copyReady(c: StepContext): StepResult {
  const { request, event, facts } = c
  const until = event.at + facts.settings.collectMs
  const at = Math.min(until, Math.max(event.at, request.hastenedUntil ?? until))
  return {
    next: { ...request, copySentAt: event.at, clock: { code: 'collect', at } },
    effects: [{ type: 'send_copy_link' }],
  }
}

export function fetched(c: StepContext): StepResult {
  const next = enter(c.request, 'completed', c.event.at, c.facts.settings)
  return {
    next: { ...next, outcome: { result: 'collected', rest: [] } },
    effects: [{ type: 'notify', template: 'copy_fetched', to: 'contact_on_file' }],
  }
}

export function notCollected(c: StepContext): StepResult {
  const next = enter(c.request, 'completed', c.event.at, c.facts.settings)
  return {
    next: { ...next, outcome: { result: 'not_collected', rest: [] } },
    effects: [{ type: 'notify', template: 'copy_not_collected', to: 'contact_on_file' }],
  }
}

export function released({ request, event }: StepContext): StepResult {
  return { next: { ...request, releasedAt: event.at }, effects: [] }
}

/** An erasure of the same data waits: the copy is to be fetched sooner, never later than it was. */
export function hastened({ request, event }: StepContext): StepResult {
  const until = Math.min(as(event, 'hasten').until, request.hastenedUntil ?? Infinity)
  const left = Math.max(0, until - event.at)
  const collects = request.clock.code === 'collect'
  const next: Request = {
    ...request,
    hastenedUntil: until,
    clock: collects ? { code: 'collect', at: Math.min(request.clock.at, until) } : request.clock,
    interruptedMs:
      collects && request.interruptedMs !== null ? Math.min(request.interruptedMs, left) : request.interruptedMs,
  }
  return { next, effects: [{ type: 'notify', template: 'copy_hurries', to: 'contact_on_file' }] }
}

/** Something else is in the way now, or nothing any more. */
export function lookedAgain(c: StepContext): StepResult {
  const { next, effects } = withObstacle(c, c.request)
  return { next, effects: next.waiting ? effects : [...effects, { type: 'resume_tasks' }] }
}

export function planShrunk({ request, facts }: StepContext): StepResult {
  if (!request.frozen || !facts.plan) throw new TypeError('the row plan_shrunk is missing a guard')
  const { hash, lines, systems, marks } = facts.plan
  const next = { ...request, frozen: { hash, lines, systems, marks, at: request.frozen.at } }
  return { next, effects: [{ type: 'freeze_plan', hash }] }
}

/** Puts the systems before a supervisor; what they already settled of them is forgotten. */
function needsAttention(c: StepContext, attention: readonly Attention[]): StepResult {
  return {
    next: { ...enter(c.request, 'needs_attention', c.event.at, c.facts.settings), attention, proposals: [] },
    effects: [{ type: 'notify', template: 'needs_attention', to: 'supervisors' }],
  }
}

export function taskGaveUp(c: StepContext): StepResult {
  const systems = c.facts.tasks?.failed ?? []
  return needsAttention(c, systems.map((system) => ({ system, cause: 'gave_up' })))
}

export function leftoversFound(c: StepContext): StepResult {
  const { systems } = as(c.event, 'leftovers')
  return needsAttention(c, systems.map((system) => ({ system, cause: 'leftovers' })))
}

export function retried(c: StepContext): StepResult {
  const { request, event, facts } = c
  const systems = request.attention.map((a) => a.system)
  const entered = enter(request, 'executing', event.at, facts.settings)
  const { next, effects } = withObstacle(c, { ...entered, attention: [], proposals: [] })
  return { next, effects: [...effects, { type: 'start_tasks', systems, rest: next.restRunning }] }
}

/** The first of two people. Other terms of the same person's or another's replace the earlier proposal. */
export function proposed({ request, event }: StepContext): StepResult {
  if (event.type !== 'done_by_hand' && event.type !== 'keep') throw new TypeError('no proposal')
  const human = humanOf(event.by) ?? ''
  const keeps = event.type === 'keep'
  const proposal: Proposal = {
    type: event.type,
    system: event.system,
    human,
    at: event.at,
    evidence: keeps ? null : event.evidence,
    basis: keeps ? event.basis : null,
    until: keeps ? event.until : null,
  }
  const others = request.proposals.filter((p) => p.type !== proposal.type || p.system !== proposal.system)
  const next = { ...request, proposals: [...others, proposal] }
  return { next: keeps ? withPart(next, human, 'wrote_kept_line', event.at) : next, effects: [] }
}

/** What a confirmed proposal settles: the system leaves the list, and what is kept becomes kept lines. */
function settled({ request, event }: StepContext): { request: Request; effects: Effect[] } {
  if (event.type !== 'done_by_hand' && event.type !== 'keep') throw new TypeError('nothing to settle')
  const rest = {
    ...request,
    attention: request.attention.filter((a) => a.system !== event.system),
    proposals: request.proposals.filter((p) => p.system !== event.system),
  }
  if (event.type === 'done_by_hand' || !rest.frozen) return { request: rest, effects: [] }
  const { basis, until, system } = event
  const running = rest.restRunning
  const lines = rest.frozen.lines.map((line) => {
    const pending = running ? running.some((r) => sameItem(r, line)) : line.action !== 'keep'
    if (line.system !== system || !pending) return line
    return { ...line, action: 'keep' as const, reason: basis, until, holdRef: null }
  })
  return {
    request: {
      ...rest,
      frozen: { ...rest.frozen, lines },
      restRunning: running ? running.filter((r) => r.system !== system) : null,
    },
    effects: [{ type: 'notify', template: 'kept_line', to: 'contact_on_file', params: { basis, until } }],
  }
}

export function settledInPart(c: StepContext): StepResult {
  const { request, effects } = settled(c)
  return { next: request, effects }
}

/** The last one: everything is asked again, or what is still open goes on. */
export function settledForGood(c: StepContext): StepResult {
  const { request, effects } = settled(c)
  const after = tasksEnded({ ...c, request })
  return { next: after.next, effects: [...effects, ...after.effects] }
}

export function settledAndGoesOn(c: StepContext): StepResult {
  const { request, effects } = settled(c)
  const entered = enter(request, 'executing', c.event.at, c.facts.settings)
  const looked = withObstacle(c, entered)
  return { next: looked.next, effects: [...effects, ...looked.effects, { type: 'resume_tasks' }] }
}

export function settledAndDone(c: StepContext): StepResult {
  return tasksEndedForGood({ ...c, request: settled(c).request })
}

/** Tasks that have not begun stop, if there are any. */
export function stopTasks(request: Request): Effect[] {
  return isAtWork(request.state) ? [{ type: 'stop_unstarted_tasks' }] : []
}
