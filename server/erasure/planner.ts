import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { isErasing } from '#domain/request/kinds.ts'
import type { HoldFact } from '#domain/request/hold.ts'
import type { PlanFact } from '#domain/request/plan-fact.ts'
import { runCommand } from '#usecases/command.ts'
import { recordPlan } from '#usecases/erasure/record-plan.ts'
import { AppError, notFound, unavailable } from '#usecases/errors.ts'
import type { AskedOfSystems, ForeseenPlan, Planner } from '#usecases/ports/planner.ts'
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
  const { runtime } = desk
  return {
    async plan(requestId) {
      const now = runtime.clock.now()
      const stored = await runtime.unitOfWork.read((store) => store.requests.byId(requestId))
      if (stored === null) throw notFound('request')
      const { ground, answers, own, plan } = await planned(desk, stored.request, stored.objectionUpheld, now)
      const [silent] = answers.flatMap(({ fault }) => fault ?? [])
      if (silent !== undefined) throw silent
      const sealed = [
        ...answers.flatMap(({ frozen }) => frozen ?? []),
        ...own.map((one) => ({ plan: one, frozen: [] })),
      ].map((frozen) => ({ system: frozen.plan.system, text: writeSealed({ frozen, identities: ground.identities }) }))
      await runCommand(runtime, recordPlan, { requestId, plan: JSON.stringify(plan), sealed }, { kind: 'system', id: 'planner' })
    },
    async foresee(asked): Promise<ForeseenPlan> {
      const { answers, plan } = await planned(desk, asked, false, runtime.clock.now())
      return { plan, unanswered: answers.flatMap(({ system, fault }) => (fault === null ? [] : [system])) }
    },
  }
}

/** What one system answered, or why it did not. */
type Answer =
  | { readonly system: string; readonly frozen: FrozenPlan; readonly fault: null }
  | { readonly system: string; readonly frozen: null; readonly fault: AppError }

async function planned(
  desk: Pick<Container, 'runtime' | 'config' | 'vault' | 'database'>,
  asked: AskedOfSystems,
  objectionUpheld: boolean,
  now: number,
) {
  const { runtime, database } = desk
  const ground = await runtime.unitOfWork.read((store) => groundOf(store, asked, objectionUpheld, now))
  const covers = coversThatKeep(asked, ground.holds, ground.systems.map((system) => system.name))
  const instruction: ErasureInstruction = { kind: asked.kind, scope: asked.scope, holds: covers, at: now }
  const answers = asksSystems(asked) ? await askSystems(desk, ground, instruction) : []
  const held = keepsOwnData(asked, covers)
  const ownScope = await runtime.unitOfWork.read((store) => ownScopeOf(store, asked, held))
  const own = ownScope === null ? [] : [await planOwnData(database.raw, ownScope, instruction)]
  const plans = [...own, ...answers.flatMap(({ frozen }) => frozen?.plan ?? [])]
  const fact = planFact(asked, plans, { ...ground, defectivePeriods: ground.defective })
  const plan: ErasurePlan = { fact, systems: plans }
  return { ground, answers, own, plan }
}

/** The kinds that look into systems at all; the others have an empty plan. */
const asksSystems = ({ kind }: AskedOfSystems) => isErasing(kind) || kind === 'access'

async function groundOf(store: Store, asked: AskedOfSystems, objectionUpheld: boolean, now: number): Promise<Ground> {
  const subjectIds = asked.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
  const holds = await standingHolds(store, subjectIds)
  return {
    systems: await store.systems.list(),
    identities: await identitiesOnFile(store, asked),
    holds,
    ...(await marksOf(store, asked, objectionUpheld, now)),
  }
}

async function askSystems(
  { config, vault }: Pick<Container, 'config' | 'vault'>,
  { systems, identities }: Ground,
  instruction: ErasureInstruction,
): Promise<Answer[]> {
  return Promise.all(
    systems.map(async ({ name, ...record }): Promise<Answer> => {
      const connector = connectorOf(config, vault, { name, ...record })
      try {
        return { system: name, frozen: await within(askMs, connector.plan(identities, instruction)), fault: null }
      } catch (fault) {
        if (fault instanceof ConnectorFault) return { system: name, frozen: null, fault: unavailable(`system_${fault.code}`, 30) }
        if (fault instanceof AppError && fault.code === 'unavailable') return { system: name, frozen: null, fault }
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
