import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { isErasing } from '#domain/request/kinds.ts'
import type { HoldFact } from '#domain/request/hold.ts'
import type { PlanFact } from '#domain/request/plan-fact.ts'
import type { Request } from '#domain/request/request.ts'
import { runCommand } from '#usecases/command.ts'
import { recordPlan } from '#usecases/erasure/record-plan.ts'
import { notFound, unavailable } from '#usecases/errors.ts'
import type { Planner } from '#usecases/ports/planner.ts'
import type { StoredRequest } from '#usecases/ports/request-store.ts'
import type { Store } from '#usecases/ports/store.ts'
import type { SystemRecord } from '#usecases/ports/system-store.ts'
import { standingHolds } from '#usecases/request/gather-facts.ts'
import type { Container } from '../container.ts'
import { ConnectorFault } from '../connectors/connector-fault.ts'
import { connectorOf } from './connector-of.ts'
import { marksOf } from './mark-of.ts'
import { identitiesOnFile } from './identities-of.ts'
import { planOwnData } from './own-data.ts'
import { coversThatKeep, keepsOwnData, ownScopeOf } from './own-scope.ts'
import { planFact } from './plan-fact-of.ts'
import { writeSealed } from '#usecases/erasure/sealed-system.ts'

/** Longest wait for one system while a person may be on the line, in ms. */
const askMs = 8_000

/** What the database says before the systems are asked. */
interface Ground {
  readonly stored: StoredRequest
  readonly systems: readonly SystemRecord[]
  readonly identities: readonly IdentityValue[]
  readonly holds: readonly HoldFact[]
  readonly marks: PlanFact['marks']
  readonly defective: number
}

/**
 * Plans: reads what is on file, asks every system on a connection of its own, outside any transaction, and records
 * the plan by a command. The systems are asked at once; the slowest decides how long it takes.
 */
export function plannerOver(desk: Pick<Container, 'runtime' | 'config' | 'vault' | 'database'>): Planner {
  const { runtime, database } = desk
  return {
    async plan(requestId) {
      const now = runtime.clock.now()
      const ground = await runtime.unitOfWork.read((store) => groundOf(store, requestId, now))
      const { request } = ground.stored
      const covers = coversThatKeep(request, ground.holds, ground.systems.map((system) => system.name))
      const instruction: ErasureInstruction = { kind: request.kind, scope: request.scope, holds: covers, at: now }
      const asked = asksSystems(request) ? await askSystems(desk, ground, instruction) : []
      const held = keepsOwnData(request, covers)
      const ownScope = await runtime.unitOfWork.read((store) => ownScopeOf(store, request, held))
      const own = ownScope === null ? [] : [await planOwnData(database.raw, ownScope, instruction)]
      const plans = [...own, ...asked.map(({ plan }) => plan)]
      const fact = planFact(request, plans, { ...ground, defectivePeriods: ground.defective })
      const plan: ErasurePlan = { fact, systems: plans }
      const sealed = [
        ...asked,
        ...own.map((one) => ({ plan: one, frozen: [] })),
      ].map((frozen) => ({ system: frozen.plan.system, text: writeSealed({ frozen, identities: ground.identities }) }))
      await runCommand(runtime, recordPlan, { requestId, plan: JSON.stringify(plan), sealed }, { kind: 'system', id: 'planner' })
    },
  }
}

/** The kinds that look into systems at all; the others have an empty plan. */
const asksSystems = (request: Request) => isErasing(request.kind) || request.kind === 'access'

async function groundOf(store: Store, requestId: string, now: number): Promise<Ground> {
  const stored = await store.requests.byId(requestId)
  if (stored === null) throw notFound('request')
  const subjectIds = stored.request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
  const holds = await standingHolds(store, subjectIds)
  return {
    stored,
    systems: await store.systems.list(),
    identities: await identitiesOnFile(store, stored.request),
    holds,
    ...(await marksOf(store, stored, now)),
  }
}

async function askSystems(
  { config, vault }: Pick<Container, 'config' | 'vault'>,
  { systems, identities }: Ground,
  instruction: ErasureInstruction,
): Promise<FrozenPlan[]> {
  return Promise.all(
    systems.map(async (system) => {
      const connector = connectorOf(config, vault, system)
      try {
        return await within(askMs, connector.plan(identities, instruction))
      } catch (fault) {
        if (fault instanceof ConnectorFault) throw unavailable(`system_${fault.code}`, 30)
        throw fault
      } finally {
        await connector.close()
      }
    }),
  )
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(unavailable('system_slow', 30)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
