import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { notFound } from '../errors.ts'
import type { PresenceRecord } from '../ports/presence-store.ts'
import { query } from '../query.ts'
import { CaseCode } from '../request/act-on-case.ts'
import type { CasePulse, PresenceView } from '../views/pulse.ts'
import { ownCallAbout } from './view-case.ts'

/** Drawn anew by each tab. */
export const TabId = z.uuid()

/** A pulse with what the lease of the asking tab is written from; the latter stays on this side. */
export interface PulseAnswer {
  readonly pulse: CasePulse
  readonly presence: { readonly requestId: string; readonly staffId: string; readonly humanRef: string } | null
}

/**
 * What changed on a case, as a stamp, and who else has it open; for whoever may see the case. An auditor looks on
 * without being seen: what they read is no colleague's to know.
 */
export const viewPulse = query({
  name: 'case.pulse',
  permission: 'case.view',
  input: z.object({ caseCode: CaseCode, tab: TabId }),
  async run({ input, actor, store, now }): Promise<PulseAnswer> {
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    await ownCallAbout(store, actor, stored, now)
    const stamp = await store.requests.stamp(input.caseCode)
    const here = await store.presence.here(stored.request.id, now)
    const seen = actor.type === 'staff' && actor.role !== 'auditor'
    return {
      pulse: { stamp, version: stored.request.version, here: othersHere(here, actor, input.tab) },
      presence: seen ? { requestId: stored.request.id, staffId: actor.id, humanRef: actor.humanRef } : null,
    }
  },
})

/** Everybody but this tab, each human once with their longest stay. */
export function othersHere(here: readonly PresenceRecord[], actor: Actor, tab: string): PresenceView[] {
  const human = actor.type === 'staff' ? actor.humanRef : ''
  const since = new Map<string | null, number>()
  for (const one of here) {
    if (one.tab === tab) continue
    const who = one.humanRef === human ? null : one.humanRef
    since.set(who, Math.min(since.get(who) ?? one.since, one.since))
  }
  return [...since].map(([who, at]) => ({ who, since: at }))
}
