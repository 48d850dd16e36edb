import { failTask } from '#usecases/erasure/fail-task.ts'
import { finishTask } from '#usecases/erasure/finish-task.ts'
import { resealKeys } from '#usecases/erasure/reseal-keys.ts'
import { startTask } from '#usecases/erasure/start-task.ts'
import { refreeze, retainedPlanDue } from '#domain/erasure/retained-plan.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { AppError, preconditionFailed, unavailable } from '#usecases/errors.ts'
import { ConnectorFault } from '../connectors/connector-fault.ts'
import type { OnPoint } from '../connectors/erase-rows.ts'
import type { Container } from '../container.ts'
import { connectorOf } from './connector-of.ts'
import { eraseOwnTask } from './erase-own-task.ts'
import { ownSystem } from './own-data.ts'
import { readSealed, writeSealed, type SealedSystem } from './sealed-system.ts'

const worker = { kind: 'system', id: 'worker' } as const

/** One task of one request, and how the worker that runs it is fenced. */
export interface TaskRun {
  readonly requestId: string
  readonly system: string
  readonly step: string
  readonly fence: () => Promise<void>
  /** Where a test lets it crash: before and after each statement and effect. */
  readonly point?: OnPoint
}

/** Rows of one system after its task, whichever try did it. */
interface TaskCounts {
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
export async function runTask(desk: Container, run: TaskRun): Promise<void> {
  const { requestId, system, step } = run
  const point = run.point ?? (() => {})
  await point('before start')
  const start = await desk.command(startTask, { requestId, system, step }, worker)
  await point('after start')
  if (!start.go) {
    if (start.why === 'access_open' || start.why === 'paused') throw unavailable(`task_${start.why}`, 600)
    if (start.why === 'mark_missing' || start.why === 'not_in_plan') throw preconditionFailed(`task_${start.why}`)
    return
  }
  if (start.sealed === null) throw preconditionFailed('task_keys_missing')
  try {
    const sealed = readSealed(start.sealed)
    const counts = system === ownSystem
      ? await eraseOwnTask(desk, { ...run, point })
      : await eraseConnected(desk, run, sealed, start.idempotencyKey)
    await point('before finish')
    await desk.command(finishTask, { requestId, system, step, ...counts, informed: sealed.frozen.plan.role === 'recipient' }, worker)
    await point('after finish')
  } catch (fault) {
    if (fault instanceof ConnectorFault) {
      await desk.command(failTask, { requestId, system, step, fault: fault.code, gaveUp: false }, worker)
      throw unavailable(`system_${fault.code}`)
    }
    if (fault instanceof AppError && fault.code !== 'conflict') {
      await desk.command(failTask, { requestId, system, step, fault: fault.reason.replaceAll('-', '_'), gaveUp: false }, worker)
    }
    throw fault
  }
}

async function eraseConnected(desk: Container, run: TaskRun, sealed: SealedSystem, idempotencyKey: string): Promise<TaskCounts> {
  const record = await desk.runtime.unitOfWork.read((store) => store.systems.byName(run.system))
  if (record === null) throw preconditionFailed('system_gone')
  const connector = connectorOf(desk.config, desk.vault, record, run.point === undefined ? {} : { onPoint: run.point })
  const frozen = await planOfStep(desk, run, sealed, connector)
  const erased = await connector.erase(frozen, { identities: sealed.identities, idempotencyKey, fence: run.fence })
  const sum = (count: 'deleted' | 'masked' | 'kept') => erased.collections.reduce((n, one) => n + one[count], 0)
  const [deleted, masked, kept] = [sum('deleted'), sum('masked'), sum('kept')]
  return { found: deleted + masked + kept, deleted, masked, kept }
}

/**
 * The frozen plan; for a dated rest only what came due; for a retry after leftovers also the rows that came since, as
 * long as the lines are those that were approved.
 */
async function planOfStep(
  desk: Container,
  run: TaskRun,
  sealed: SealedSystem,
  connector: ReturnType<typeof connectorOf>,
): Promise<FrozenPlan> {
  if (run.step !== 'erase') return retainedPlanDue(sealed.frozen, desk.runtime.clock.now()) ?? { ...sealed.frozen, frozen: [] }
  const rechecks = await desk.runtime.unitOfWork.read((store) => store.erasure.rechecks(run.requestId))
  if (!rechecks.some((recheck) => recheck.system === run.system && !recheck.clean)) return sealed.frozen
  const fresh = await connector.plan(sealed.identities, sealed.frozen.plan.instruction, sealed.frozen.frozen)
  const widened = refreeze(sealed.frozen, fresh)
  if (widened === null) throw preconditionFailed('plan_grew')
  // Keys of rows that came since belong to what the next re-check asks by.
  const text = writeSealed({ ...sealed, frozen: widened })
  await desk.command(resealKeys, { requestId: run.requestId, system: run.system, text }, worker)
  return widened
}
