/** What a legal hold does to a request (domain book §3 "Legal hold", §5.2 on_hold). */

import { isErasing, type RequestKind, type Scope } from './kinds.ts'

export type HoldCovers =
  | { covers: 'everything' }
  | { covers: 'service'; service: string }
  | { covers: 'systems'; systems: readonly string[] }

export interface HoldFact {
  ref: string
  subjectId: string
  covers: HoldCovers
  /** A code; `mayNotTell` is set for the bases of which the person may not be told. */
  basis: string
  mayNotTell: boolean
  reviewOn: number
}

export interface HeldPart {
  subjectId: string
  holdRef: string
  covers: HoldCovers
}

export type HoldEffect =
  | { effect: 'none' }
  /** The whole request is on_hold. */
  | { effect: 'pause'; holds: readonly HoldFact[] }
  /** What is covered becomes kept lines of the plan; the rest of the deletion runs. */
  | { effect: 'kept_lines'; held: readonly HeldPart[] }
  /** The kind runs what erases nothing, and its covered steps wait. */
  | { effect: 'waits'; held: readonly HeldPart[]; reviewOn: number }

/**
 * True when the hold covers everything this request would erase of the subject. A hold of the very service that
 * a deletion is about leaves nothing to erase, so it pauses the deletion as a full hold does.
 */
function isFull(hold: HoldFact, scope: Scope): boolean {
  if (hold.covers.covers === 'everything') return true
  return hold.covers.covers === 'service' && scope.scope === 'service' && hold.covers.service === scope.service
}

function touches(hold: HoldFact, scope: Scope, planSystems: readonly string[]): boolean {
  switch (hold.covers.covers) {
    case 'everything':
      return true
    case 'service':
      return scope.scope === 'account' || hold.covers.service === scope.service
    case 'systems':
      return hold.covers.systems.some((s) => planSystems.includes(s))
  }
}

/**
 * What the standing holds do to a request of this kind. A deletion is paused when every subject is fully held;
 * a full hold on one of several subjects, or a partial one, becomes kept lines. Kinds that erase nothing are
 * not touched.
 */
export function holdEffect(
  holds: readonly HoldFact[],
  kind: RequestKind,
  scope: Scope,
  subjectIds: readonly string[],
  planSystems: readonly string[],
): HoldEffect {
  if (holds.length === 0 || !isErasing(kind)) return { effect: 'none' }
  const touching = holds.filter((h) => subjectIds.includes(h.subjectId) && touches(h, scope, planSystems))
  if (touching.length === 0) return { effect: 'none' }
  const full = touching.filter((h) => isFull(h, scope))
  if (kind === 'deletion' && subjectIds.every((id) => full.some((h) => h.subjectId === id))) {
    return { effect: 'pause', holds: full }
  }
  const held = touching.map((h) => ({ subjectId: h.subjectId, holdRef: h.ref, covers: h.covers }))
  if (kind === 'deletion') return { effect: 'kept_lines', held }
  return { effect: 'waits', held, reviewOn: Math.min(...touching.map((h) => h.reviewOn)) }
}

/** True when some hold covers this step. `service: null` when the data belongs to no single service. */
export function isHeld(
  holds: readonly HoldFact[],
  step: { subjectId: string; system: string; service: string | null },
): boolean {
  return holds.some((hold) => {
    if (hold.subjectId !== step.subjectId) return false
    switch (hold.covers.covers) {
      case 'everything':
        return true
      case 'service':
        return step.service === hold.covers.service
      case 'systems':
        return hold.covers.systems.includes(step.system)
    }
  })
}
