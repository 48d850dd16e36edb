import { retainedPlanDue } from '#domain/erasure/retained-plan.ts'
import type { Request } from '#domain/request/request.ts'
import { recordRecheck } from '#usecases/erasure/record-recheck.ts'
import { notFound, preconditionFailed, unavailable } from '#usecases/errors.ts'
import type { TaskRecord } from '#usecases/ports/erasure-store.ts'
import { subjectKeyCacheMs } from '../keys/subject-keys.ts'
import { ConnectorFault } from '../connectors/connector-fault.ts'
import type { Container } from '../container.ts'
import { NotYet } from '../jobs/not-yet.ts'
import { connectorOf } from './connector-of.ts'
import { keptKeys } from './kept-keys.ts'
import { identitiesOf } from './identities-of.ts'
import { recheckOwnData } from './own-data.ts'
import { heldByPlan, ownScopeOf } from './own-scope.ts'
import { ownSystem } from './own-system.ts'
import { readSealed } from '#usecases/erasure/sealed-system.ts'

interface Leftovers {
  readonly collection: string
  readonly rows: number
}

/** What one system showed, and what must stay sealed of it if this was the last check. */
interface Asked {
  readonly leftovers: readonly Leftovers[]
  readonly kept: string | null
}

/**
 * Asks every system of the frozen plan again, each on a new connection, by the identifiers and by the frozen primary
 * keys: deleting a parent hides its orphans from whoever asks by identity alone. A system that can not be asked is not
 * clean: the job is tried again.
 *
 * @throws Unavailable; NotYet while destroyed keys may still be in a cache
 */
export async function askAgain(desk: Container, requestId: string, round: 1 | 2): Promise<void> {
  const { request, tasks } = await desk.runtime.unitOfWork.read(async (store) => {
    const stored = await store.requests.byId(requestId)
    if (stored === null) throw notFound('request')
    return { request: stored.request, tasks: await store.erasure.tasks(requestId) }
  })
  if (round === 2 && request.scope.scope === 'account') waitOutKeyCaches(desk, tasks)
  const systems: { system: string; role: 'own' | 'processor' | 'recipient'; leftovers: readonly Leftovers[] }[] = []
  const kept: { system: string; text: string }[] = []
  for (const { system, role } of request.frozen?.systems ?? []) {
    const asked = system === ownSystem ? await askOwn(desk, request) : await askSystem(desk, request, system)
    systems.push({ system, role, leftovers: asked.leftovers })
    if (asked.kept !== null) kept.push({ system, text: asked.kept })
  }
  await desk.command(recordRecheck, { requestId, round, systems, kept }, { kind: 'system', id: 'worker' })
}

/** A destroyed key may live in another process's cache for some seconds: complete only afterwards (house book). */
function waitOutKeyCaches({ runtime }: Container, tasks: readonly TaskRecord[]): void {
  const endedAt = tasks.find((task) => task.system === ownSystem)?.endedAt ?? null
  const until = endedAt === null ? 0 : endedAt + subjectKeyCacheMs
  if (runtime.clock.now() < until) throw new NotYet('key_caches', until)
}

async function askOwn(desk: Container, request: Request): Promise<Asked> {
  const [scope, kept] = await desk.runtime.unitOfWork.read(async (store) => [
    await ownScopeOf(store, request, heldByPlan(request)),
    await store.erasure.sealed(request.id, 'keys', ownSystem),
  ] as const)
  return { leftovers: scope === null ? [] : await recheckOwnData(desk.database.raw, scope), kept }
}

async function askSystem(desk: Container, request: Request, system: string): Promise<Asked> {
  const [record, text] = await desk.runtime.unitOfWork.read(async (store) => [
    await store.systems.byName(system),
    await store.erasure.sealed(request.id, 'keys', system),
  ] as const)
  // After a dated rest: what is not kept there was asked for twice when the case was completed, and its keys are gone.
  if (text === null && request.endedAt !== null) return { leftovers: [], kept: null }
  if (record === null || text === null) throw preconditionFailed('system_can_not_be_asked')
  const connector = connectorOf(desk.config, desk.vault, record)
  try {
    const sealed = readSealed(text)
    const now = desk.runtime.clock.now()
    const nothing = { ...sealed.frozen, frozen: [] }
    const due = request.restRunning === null ? sealed.frozen : (retainedPlanDue(sealed.frozen, now) ?? nothing)
    const identities = await desk.runtime.unitOfWork.read((store) => identitiesOf(store, request, sealed))
    const { leftovers } = await connector.recheck(due, identities)
    return { leftovers: leftovers.map(({ collection, rows }) => ({ collection, rows })), kept: keptKeys(sealed, now) }
  } catch (fault) {
    if (fault instanceof ConnectorFault) throw unavailable(`system_${fault.code}`)
    throw fault
  } finally {
    await connector.close()
  }
}
