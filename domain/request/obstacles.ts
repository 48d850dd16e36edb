/** What keeps a destructive step waiting although its time has come (domain book §4, invariant 3). */

import type { Facts } from './facts.ts'
import { isHeld, type HoldEffect } from './hold.ts'
import { isErasing } from './kinds.ts'
import type { PlanLine } from './plan-fact.ts'
import { holdsOn } from './context.ts'
import type { Effect } from './effects.ts'
import type { Request } from './request.ts'

export interface Obstacle {
  code: 'access_open' | 'hold'
  /** When it is looked at again, epoch milliseconds. */
  until: number
}

/**
 * Gives each open access request its grace from now on, so that it is counted once, however often it is looked at.
 * The effects tell those requests to hurry.
 */
export function withAccessGrace(
  request: Request,
  at: number,
  facts: Pick<Facts, 'openAccess' | 'settings'>,
): { request: Request; effects: readonly Effect[] } {
  const added = facts.openAccess.filter((a) => !a.released && request.accessGrace[a.requestId] === undefined)
  if (added.length === 0) return { request, effects: [] }
  const until = at + facts.settings.accessGraceMs
  const grace = Object.fromEntries(added.map((a) => [a.requestId, until]))
  return {
    request: { ...request, accessGrace: { ...request.accessGrace, ...grace } },
    effects: added.map((a) => ({ type: 'hasten_access', requestId: a.requestId, until })),
  }
}

function reviewsOf(held: HoldEffect): readonly number[] {
  if (held.effect === 'waits') return [held.reviewOn]
  return held.effect === 'pause' ? held.holds.map((h) => h.reviewOn) : []
}

/** The obstacle that lasts longest, or null. An access not yet given its grace counts as just asked for. */
export function obstacle(
  request: Request,
  at: number,
  facts: Pick<Facts, 'openAccess' | 'settings' | 'holds' | 'plan'>,
): Obstacle | null {
  if (!isErasing(request.kind)) return null
  const held = holdsOn(request, facts)
  const reviews = reviewsOf(held)
  if (reviews.length > 0) {
    // A review that is overdue is the supervisor's; the worker looks again the next day, not at every tick.
    const next = Math.min(...reviews)
    return { code: 'hold', until: next > at ? next : at + facts.settings.lookAgainMs }
  }
  const untils = facts.openAccess
    .filter((a) => !a.released)
    .map((a) => request.accessGrace[a.requestId] ?? at + facts.settings.accessGraceMs)
    .filter((until) => until > at)
  return untils.length === 0 ? null : { code: 'access_open', until: Math.max(...untils) }
}

export type MayErase =
  | { ok: true }
  | { ok: false; reason: 'not_at_work' | 'paused' | 'mark_missing' | 'not_in_plan' | 'held' | 'access_open' }

/** A single destructive step, as the engine is about to take it. */
export interface DestructiveStep {
  subjectId: string
  line: Pick<PlanLine, 'system' | 'collection' | 'field'>
  /** The service the data belongs to; null for data of the account. */
  service: string | null
}

/**
 * The last question before every destructive statement, of any kind of request: is it at work and not paused, is
 * the mark committed where there is to be one, does the frozen plan name this line, does no hold cover it, and
 * does no open access wait for it (invariants 2 and 3)? The engine asks it inside the step's own transaction.
 */
export function mayErase(
  request: Request,
  step: DestructiveStep,
  at: number,
  facts: Pick<Facts, 'openAccess' | 'settings' | 'holds'>,
): MayErase {
  if (request.state !== 'executing' || !request.frozen || !isErasing(request.kind)) {
    return { ok: false, reason: 'not_at_work' }
  }
  if (request.pauses.length > 0) return { ok: false, reason: 'paused' }
  const marks = request.frozen.marks.some((m) => m.decision.mark === 'yes')
  if (request.kind === 'deletion' && marks && request.markedAt === null) return { ok: false, reason: 'mark_missing' }
  if (!namesLine(request, step.line)) return { ok: false, reason: 'not_in_plan' }
  if (isHeld(facts.holds, { subjectId: step.subjectId, system: step.line.system, service: step.service })) {
    return { ok: false, reason: 'held' }
  }
  const waits = facts.openAccess.some(
    (a) => !a.released && (request.accessGrace[a.requestId] ?? at + facts.settings.accessGraceMs) > at,
  )
  return waits ? { ok: false, reason: 'access_open' } : { ok: true }
}

function namesLine(request: Request, line: DestructiveStep['line']): boolean {
  const same = (l: Pick<PlanLine, 'system' | 'collection' | 'field'>) =>
    l.system === line.system && l.collection === line.collection && l.field === line.field
  if (request.restRunning) return request.restRunning.some(same)
  return request.frozen?.lines.some((l) => l.action !== 'keep' && same(l)) ?? false
}
