/**
 * Who may decide a request (domain book §4, invariant 2). It goes by human, not by log-in. The database holds
 * the same rule for approvals, so that neither alone has to be trusted.
 */

import type { DeciderFact, Facts } from './facts.ts'
import type { RefusalCode } from './explain.ts'
import type { Part, PartTaken, Request } from './request.ts'

export type MayDecide =
  | { ok: true }
  /** `from` is set when waiting is all it takes, epoch milliseconds. */
  | { ok: false; reason: RefusalCode; part?: Part; from?: number }

/** When this human's right to decide begins to count; null when the deputy's exception does not apply. */
export function decidesFrom(human: string, decider: DeciderFact, newDeciderWaitMs: number): number {
  const waited = decider.decidesSince + newDeciderWaitMs
  const { deputy } = decider
  if (!deputy || deputy.namedBy === human) return waited
  // A deputy named by somebody else early enough is excepted from the wait that the right itself brings (inv. 2).
  return Math.min(waited, Math.max(decider.decidesSince, deputy.namedAt + newDeciderWaitMs))
}

/** May this human approve, return, reject, resolve or keep on this request at that time? */
export function mayDecide(
  request: Pick<Request, 'parts'>,
  human: string,
  at: number,
  facts: Pick<Facts, 'decider' | 'aboutHumans' | 'settings'>,
): MayDecide {
  if (!facts.decider) return { ok: false, reason: 'not_a_decider' }
  const taken = request.parts.find((p) => p.human === human)
  if (taken) return { ok: false, reason: 'took_part', part: taken.part }
  if (facts.aboutHumans.includes(human)) return { ok: false, reason: 'had_part_in_subject' }
  const from = decidesFrom(human, facts.decider, facts.settings.newDeciderWaitMs)
  return at < from ? { ok: false, reason: 'newly_decider', from } : { ok: true }
}

/**
 * The next person who can decide, for a case that the one looking at it may not: whoever may now, else whoever
 * may first; null when nobody can, which is a warning of the set-up and stops no clock.
 */
export function nextDecider(
  request: Pick<Request, 'parts'>,
  at: number,
  deciders: readonly { human: string; decider: DeciderFact }[],
  facts: Pick<Facts, 'aboutHumans' | 'settings'>,
): { human: string; from: number } | null {
  let next: { human: string; from: number } | null = null
  for (const { human, decider } of deciders) {
    const may = mayDecide(request, human, at, { ...facts, decider })
    const from = may.ok ? at : may.from
    if (from !== undefined && (next === null || from < next.from)) next = { human, from }
  }
  return next
}

/** Adds a part once per human and part. */
export function withPart(request: Request, human: string | null, part: Part, at: number): Request {
  if (human === null || request.parts.some((p) => p.human === human && p.part === part)) return request
  const taken: PartTaken = { human, part, at }
  return { ...request, parts: [...request.parts, taken] }
}
