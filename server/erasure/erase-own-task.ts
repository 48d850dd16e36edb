import type { Container } from '../container.ts'
import { eraseOwn } from './erase-own.ts'
import { recordReplay } from './replay-list.ts'
import type { TaskRun } from './run-task.ts'

/** Rows of one collection are counted once; nothing of ours is masked or kept by an erasure. */
interface OwnCounts {
  readonly found: number
  readonly deleted: number
  readonly masked: number
  readonly kept: number
}

/**
 * Erases our own data about the people of a request: first the line in the replay list, which must survive a restore,
 * then everything in one transaction, then what SQLite still holds in its log.
 */
export async function eraseOwnTask(desk: Container, run: TaskRun & { point: NonNullable<TaskRun['point']> }): Promise<OwnCounts> {
  await run.point('before replay list')
  await recordReplay(desk, run.requestId)
  await run.point('after replay list')
  await run.fence()
  const { deleted, subjectIds } = await eraseOwn(desk, run.requestId, run.point)
  for (const subjectId of subjectIds) desk.subjectKeys.forget(subjectId)
  await run.point('before forget')
  await desk.database.forgetOverwritten()
  await run.point('after forget')
  return { found: deleted, deleted, masked: 0, kept: 0 }
}
