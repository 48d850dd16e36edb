import type { JobRequest } from '../event.ts'

/**
 * The job that follows a hold that was placed, changed or lifted from outside: the worker lets every unfinished
 * request of the subject meet it. No erasure waits for this job: holds are read again before each destructive step.
 */
export const holdChanged = (hold: { id: string; subjectId: string }, now: number): JobRequest => ({
  kind: 'hold.changed',
  key: `hold.changed:${hold.id}:${now}`,
  payload: { hold: hold.id, subject: hold.subjectId },
})
