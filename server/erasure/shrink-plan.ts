import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { recordShrunkPlan } from '#usecases/erasure/record-shrunk-plan.ts'
import { standingHolds } from '#usecases/request/gather-facts.ts'
import type { Container } from '../container.ts'
import { connectorOf } from './connector-of.ts'
import { planOwnData } from './own-data.ts'
import { coversThatKeep, keepsOwnData, ownScopeOf } from './own-scope.ts'
import { ownSystem } from './own-system.ts'
import { planFact } from './plan-fact-of.ts'
import { readSealed, writeSealed } from '#usecases/erasure/sealed-system.ts'

/**
 * Plans one system of a running erasure again under the holds that stand now, and freezes what is left of its lines:
 * after it was frozen a plan may only shrink (domain book §5.2).
 *
 * @returns false where nothing could be planned; the task then waits
 */
export async function shrinkPlan(desk: Container, requestId: string, system: string): Promise<boolean> {
  const ground = await desk.runtime.unitOfWork.read(async (store) => {
    const [stored, before, sealed, record] = await Promise.all([
      store.requests.byId(requestId),
      store.erasure.frozenPlan(requestId),
      store.erasure.sealed(requestId, 'keys', system),
      store.systems.byName(system),
    ])
    if (stored === null || before === null || sealed === null) return null
    const subjectIds = stored.request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
    const holds = await standingHolds(store, subjectIds)
    const covers = coversThatKeep(stored.request, holds, before.plan.systems.map((one) => one.system))
    const own = await ownScopeOf(store, stored.request, keepsOwnData(stored.request, covers))
    return { request: stored.request, before: before.plan, sealed: readSealed(sealed), record, holds, covers, own }
  })
  if (ground === null) return false
  const { request, before, sealed, record, holds, covers, own } = ground
  if (covers.length === 0) return false
  const instruction = { ...sealed.frozen.plan.instruction, holds: covers }
  let fresh: FrozenPlan
  if (system === ownSystem) {
    if (own === null) return false
    fresh = { plan: await planOwnData(desk.database.raw, own, instruction), frozen: [] }
  } else {
    if (record === null) return false
    const connector = connectorOf(desk.config, desk.vault, record)
    try {
      fresh = await connector.plan(sealed.identities, instruction, sealed.frozen.frozen)
    } finally {
      await connector.close()
    }
  }
  const systems = before.systems.map((one) => (one.system === system ? fresh.plan : one))
  const plan: ErasurePlan = { fact: planFact(request, systems, { ...before.fact, holds }), systems }
  const text = writeSealed({ ...sealed, frozen: fresh })
  const input = { requestId, plan: JSON.stringify(plan), system, text }
  const { shrunk } = await desk.command(recordShrunkPlan, input, { kind: 'system', id: 'planner' })
  return shrunk
}
