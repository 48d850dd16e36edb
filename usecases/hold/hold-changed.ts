import type { JobRequest } from '../event.ts'

/**
 * The job that follows a hold that was placed, changed or lifted from outside: the worker lets every unfinished
 * request of the subject meet it. No erasure waits for this job: holds are read again before each destructive step.
 */
export const holdChanged = (
  hold: { id: string; subjectId: string; liftedAt: number | null },
  now: number,
): JobRequest => ({
  kind: 'hold.changed',
  // Placed and lifted in one millisecond are two changes.
  key: `hold.changed:${hold.id}:${now}${hold.liftedAt === null ? '' : ':lifted'}`,
  payload: { hold: hold.id, subject: hold.subjectId },
})
