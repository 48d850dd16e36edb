import { unavailable } from '#usecases/errors.ts'
import type { Container } from '../container.ts'
import { eraseOwn } from './erase-own.ts'
import { recordReplay } from './replay-list.ts'
import type { PointedRun, TaskCounts } from './run-task.ts'

/**
 * Erases our own data about the people of a request: first the line in the replay list, which must survive a restore,
 * then everything in one transaction, then what SQLite still holds in its log.
 *
 * @throws Unavailable while a reader holds on to the log: the task is tried again, and counts the same
 */
export async function eraseOwnTask(desk: Container, run: PointedRun): Promise<TaskCounts> {
  await run.point('before replay list')
  await recordReplay(desk, run.requestId)
  await run.point('after replay list')
  const { deleted, subjectIds } = await eraseOwn(desk, run)
  for (const subjectId of subjectIds) desk.subjectKeys.forget(subjectId)
  await run.point('before forget')
  if (!(await desk.database.forgetOverwritten())) throw unavailable('log_in_use', 2)
  await run.point('after forget')
  return { found: deleted, deleted, masked: 0, kept: 0 }
}
