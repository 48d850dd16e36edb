import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { refreeze, retainedPlanDue } from '#domain/erasure/retained-plan.ts'
import { resealKeys } from '#usecases/erasure/reseal-keys.ts'
import { preconditionFailed } from '#usecases/errors.ts'
import type { Connector } from '#usecases/ports/connector.ts'
import type { Container } from '../container.ts'
import type { TaskRun } from './run-task.ts'
import { writeSealed, type SealedSystem } from '#usecases/erasure/sealed-system.ts'

/**
 * What one task carries out: the frozen plan; for a retry after leftovers also the rows that came since, as long as
 * the lines are those that were approved; for a dated rest only what came due, or what its hold kept.
 *
 * @throws PreconditionFailed `plan_grew` where more than was approved would have to go: that is a new request
 */
export async function planOfStep(
  desk: Container,
  run: TaskRun,
  sealed: SealedSystem,
  connector: Connector,
): Promise<FrozenPlan> {
  if (run.step !== 'erase') return restOfPlan(desk, sealed, connector)
  const rechecks = await desk.runtime.unitOfWork.read((store) => store.erasure.rechecks(run.requestId))
  if (!rechecks.some((recheck) => recheck.system === run.system && !recheck.clean)) return sealed.frozen
  const fresh = await connector.plan(sealed.identities, sealed.frozen.plan.instruction, sealed.frozen.frozen)
  const widened = refreeze(sealed.frozen, fresh)
  if (widened === null) throw preconditionFailed('plan_grew')
  // Keys of rows that came since belong to what the next re-check asks by.
  const text = writeSealed({ ...sealed, frozen: widened })
  await desk.command(resealKeys, { requestId: run.requestId, system: run.system, text }, { kind: 'system', id: 'worker' })
  return widened
}

/** What was kept and need not be kept any more: its date came, or its hold was lifted. */
async function restOfPlan(
  desk: Container,
  { frozen, identities }: SealedSystem,
  connector: Connector,
): Promise<FrozenPlan> {
  const now = desk.runtime.clock.now()
  const held = frozen.frozen.some(({ rows }) => rows.some((row) => row.why === 'held'))
  if (!held) return retainedPlanDue(frozen, now) ?? { ...frozen, frozen: [] }
  // The hold is gone, so the same rows are planned as they would have been without it.
  const instruction = { ...frozen.plan.instruction, holds: [], at: now }
  return connector.plan(identities, instruction, frozen.frozen)
}
