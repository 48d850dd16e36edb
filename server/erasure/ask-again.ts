import { recordRecheck } from '#usecases/erasure/record-recheck.ts'
import { notFound, preconditionFailed, unavailable } from '#usecases/errors.ts'
import { subjectKeyCacheMs } from '../keys/subject-keys.ts'
import { ConnectorFault } from '../connectors/connector-fault.ts'
import type { Container } from '../container.ts'
import { connectorOf } from './connector-of.ts'
import { ownSystem, recheckOwnData } from './own-data.ts'
import { ownScopeOf } from './own-scope.ts'
import { readSealed } from './sealed-system.ts'

interface Answer {
  readonly system: string
  readonly role: 'own' | 'processor' | 'recipient'
  readonly leftovers: { collection: string; rows: number }[]
}

/**
 * Asks every system of the frozen plan again, each on a new connection, by the identifiers and by the frozen primary
 * keys: deleting a parent hides its orphans from whoever asks by identity alone. A system that can not be asked is not
 * clean: the job is tried again.
 *
 * @throws Unavailable
 */
export async function askAgain(desk: Container, requestId: string, round: 1 | 2): Promise<void> {
  const { runtime } = desk
  const { request, tasks } = await runtime.unitOfWork.read(async (store) => {
    const stored = await store.requests.byId(requestId)
    if (stored === null) throw notFound('request')
    return { request: stored.request, tasks: await store.erasure.tasks(requestId) }
  })
  if (round === 2) waitOutKeyCaches(tasks.find((task) => task.system === ownSystem)?.endedAt ?? null)
  const answers: Answer[] = []
  for (const { system, role } of request.frozen?.systems ?? []) {
    const leftovers = system === ownSystem ? await ownLeftovers(desk, requestId) : await leftoversIn(desk, requestId, system)
    answers.push({ system, role, leftovers })
  }
  await desk.command(recordRecheck, { requestId, round, systems: answers }, { kind: 'system', id: 'worker' })
}

/** A destroyed key may live in another process's cache for some seconds: complete only afterwards (house book). */
function waitOutKeyCaches(endedAt: number | null): void {
  if (endedAt === null) return
  const left = endedAt + subjectKeyCacheMs - Date.now()
  if (left > 0 && left <= subjectKeyCacheMs) throw unavailable('key_caches', Math.ceil(left / 1_000))
}

async function ownLeftovers(desk: Container, requestId: string) {
  const scope = await desk.runtime.unitOfWork.read(async (store) => {
    const stored = await store.requests.byId(requestId)
    return stored === null ? null : ownScopeOf(store, stored.request)
  })
  return scope === null ? [] : recheckOwnData(desk.database.raw, scope)
}

async function leftoversIn(desk: Container, requestId: string, system: string) {
  const [record, text] = await desk.runtime.unitOfWork.read(async (store) => [
    await store.systems.byName(system),
    await store.erasure.sealed(requestId, 'keys', system),
  ] as const)
  if (record === null || text === null) throw preconditionFailed('system_can_not_be_asked')
  const connector = connectorOf(desk.config, desk.vault, record)
  try {
    const { frozen, identities } = readSealed(text)
    const { leftovers } = await connector.recheck(frozen, identities)
    return leftovers.map(({ collection, rows }) => ({ collection, rows }))
  } catch (fault) {
    if (fault instanceof ConnectorFault) throw unavailable(`system_${fault.code}`)
    throw fault
  } finally {
    await connector.close()
  }
}
