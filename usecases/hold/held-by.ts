import { holdEffect } from '#domain/request/hold.ts'
import type { Request } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import type { HoldRecord } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { holdFact } from '../request/gather-facts.ts'
import type { HoldView } from '../views/holds.ts'

/** The cases of the person that this hold stops, or something of which it keeps; the others go on as they are. */
export async function heldBy(store: Store, hold: HoldRecord): Promise<HoldView['stops']> {
  const found: HoldView['stops'] = []
  for (const { request } of await store.requests.ofSubject(hold.subjectId)) {
    const how = await howHeld(store, request, hold)
    if (how !== null) found.push({ caseCode: request.caseCode, kind: request.kind, how })
  }
  return found
}

async function howHeld(store: Store, request: Request, hold: HoldRecord): Promise<HoldView['stops'][number]['how'] | null> {
  const ref = hold.holdRef
  if (request.state === 'completed') {
    const rest = (request.outcome?.rest ?? []).filter((item) => item.holdRef === ref)
    return rest.length === 0 ? null : { key: 'rest', params: { places: systemsIn(rest) } }
  }
  if (isFinal(request.state)) return null
  if (request.pauses.some((pause) => pause.kind === 'on_hold' && pause.holds.some((one) => one.ref === ref))) return { key: 'stopped' }
  const lines = request.frozen?.lines ?? (await store.erasure.latestPlan(request.id))?.plan.fact.lines ?? []
  const kept = lines.filter((line) => line.holdRef === ref)
  if (kept.length > 0) return { key: 'keeps', params: { places: systemsIn(kept) } }
  if (request.waiting?.code === 'hold') return { key: 'waits' }
  if (request.frozen !== null) return null
  const subjectIds = request.subjects.map((one) => one.subjectId)
  const systems = ['rightsdesk', ...(await store.systems.list()).map((system) => system.name)]
  const { effect } = holdEffect([holdFact(hold)], request.kind, request.scope, subjectIds, systems)
  return effect === 'kept_lines' ? { key: 'asked' } : effect === 'waits' ? { key: 'waits' } : null
}

const systemsIn = (lines: readonly { readonly system: string }[]): string[] => [
  ...new Set(lines.map((line) => line.system)),
]
