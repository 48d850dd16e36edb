import { failTask } from '#usecases/erasure/fail-task.ts'
import { finishTask } from '#usecases/erasure/finish-task.ts'
import { taskObstacle } from '#usecases/erasure/may-run-task.ts'
import { startTask, type TaskStart } from '#usecases/erasure/start-task.ts'
import { AppError, notFound, preconditionFailed, unavailable } from '#usecases/errors.ts'
import { ConnectorFault } from '../connectors/connector-fault.ts'
import type { OnPoint } from '../connectors/erase-rows.ts'
import type { Container } from '../container.ts'
import type { Fence } from '../jobs/run-job.ts'
import { connectorOf } from './connector-of.ts'
import { eraseOwnTask } from './erase-own-task.ts'
import { identitiesOf } from './identities-of.ts'
import { ownSystem } from './own-system.ts'
import { planOfStep } from './plan-of-step.ts'
import { readSealed, type SealedSystem } from '#usecases/erasure/sealed-system.ts'
import { shrinkPlan } from './shrink-plan.ts'

const worker = { kind: 'system', id: 'worker' } as const
const asWorker = { type: 'system', id: 'worker' } as const

/** One task of one request, and how the worker that runs it is fenced. */
export interface TaskRun {
  readonly requestId: string
  readonly system: string
  readonly step: string
  readonly fence: Fence
  /** Where a test lets it crash: before and after each statement and effect. */
  readonly point?: OnPoint
}

/** A run whose points are there, if only to do nothing. */
export type PointedRun = TaskRun & { readonly point: OnPoint }

/** Rows of one system after its task, whichever try did it. Each counts once (formats: row counts). */
export interface TaskCounts {
  readonly found: number
  readonly deleted: number
  readonly masked: number
  readonly kept: number
}

/**
 * Runs one task: asks whether it may, erases in the system, and records the counts. Killed anywhere it runs again and
 * ends in the same state: the system's own transaction is whole or nothing, and the frozen keys say what was the plan.
 *
 * @throws Unavailable or PreconditionFailed, so that the job is tried again or handed to a person
 */
export async function runTask(desk: Container, task: TaskRun): Promise<void> {
  const run: PointedRun = { ...task, point: task.point ?? (() => {}) }
  const { requestId, system, step, point } = run
  await point('before start')
  const start = await startedOrShrunk(desk, run)
  await point('after start')
  if (!start.go) {
    if (start.why === 'mark_missing' || start.why === 'not_in_plan') throw preconditionFailed(`task_${start.why}`)
    return
  }
  try {
    if (start.sealed === null) throw preconditionFailed('task_keys_missing')
    const sealed = readSealed(start.sealed)
    const counts = system === ownSystem
      ? await eraseOwnTask(desk, run)
      : await eraseConnected(desk, run, sealed, start.idempotencyKey)
    await point('before finish')
    const informed = sealed.frozen.plan.role === 'recipient'
    await desk.command(finishTask, { requestId, system, step, ...counts, informed }, worker)
    await point('after finish')
  } catch (fault) {
    await noteFault(desk, run, fault)
    if (fault instanceof ConnectorFault) throw unavailable(`system_${fault.code}`)
    throw fault
  }
}

/** A hold that came after the plan was frozen takes lines out of it; then the task is asked for once more. */
async function startedOrShrunk(desk: Container, { requestId, system, step }: TaskRun): Promise<TaskStart> {
  const start = () => desk.command(startTask, { requestId, system, step }, worker)
  const first = await start()
  return first.why === 'held' && (await shrinkPlan(desk, requestId, system)) ? start() : first
}

async function noteFault(desk: Container, { requestId, system, step }: TaskRun, fault: unknown): Promise<void> {
  const code = fault instanceof ConnectorFault ? fault.code : fault instanceof AppError ? fault.reason.replaceAll('-', '_') : null
  // Somebody else wrote the task meanwhile, or a fault that is nobody's to read: the next try says what is true.
  if (code === null || (fault instanceof AppError && fault.code === 'conflict')) return
  await desk.command(failTask, { requestId, system, step, fault: code, gaveUp: false }, worker)
}

async function eraseConnected(
  desk: Container,
  run: PointedRun,
  sealed: SealedSystem,
  idempotencyKey: string,
): Promise<TaskCounts> {
  const { record, identities } = await desk.runtime.unitOfWork.read(async (store) => {
    const stored = await store.requests.byId(run.requestId)
    if (stored === null) throw notFound('request')
    const identities = await identitiesOf(store, stored.request, sealed)
    return { record: await store.systems.byName(run.system), identities }
  })
  if (record === null) throw preconditionFailed('system_gone')
  const connector = connectorOf(desk.config, desk.vault, record, { onPoint: run.point })
  try {
    const frozen = await planOfStep(desk, run, { ...sealed, identities }, connector)
    const fence = async () => {
      await run.fence()
      await stillAllowed(desk, run)
    }
    const { collections } = await connector.erase(frozen, { identities, idempotencyKey, fence })
    const sum = (count: 'deleted' | 'masked' | 'kept') => collections.reduce((n, one) => n + one[count], 0)
    const [deleted, masked, kept] = [sum('deleted'), sum('masked'), sum('kept')]
    return { found: deleted + masked + kept, deleted, masked, kept }
  } finally {
    await connector.close()
  }
}

/** A hold or a pause that came while the system was being changed: nothing of it is committed there. */
async function stillAllowed(desk: Container, { requestId, system }: TaskRun): Promise<void> {
  const now = desk.runtime.clock.now()
  const why = await desk.runtime.unitOfWork.read(async (store) => {
    const stored = await store.requests.byId(requestId)
    if (stored === null) throw notFound('request')
    return taskObstacle(store, stored, system, { actor: asWorker, now })
  })
  if (why !== null) throw unavailable(`task_${why}`, 60)
}
