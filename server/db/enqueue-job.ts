import type { JobRequest } from '#usecases/event.ts'
import type { Tx } from './client.ts'
import { toDate } from './time.ts'

/** Days for which a job is tried again before it becomes a task for a person (house book, Jobs). */
const retrySpanDays = 3

const day = 86_400_000

/** The row of a job that is ready. */
export function jobRow(job: JobRequest, now: number, id: string) {
  const runAt = job.runAt ?? now
  return {
    id,
    kind: job.kind,
    key: job.key,
    payload: JSON.stringify(job.payload),
    state: 'ready',
    runAt: toDate(runAt),
    giveUpAt: toDate(runAt + retrySpanDays * day),
    createdAt: toDate(now),
  }
}

/** Enqueues work in the transaction of the command that asks for it; the same key is enqueued once. */
export async function enqueueJob(tx: Tx, job: JobRequest, now: number, id: string): Promise<void> {
  await tx.job.upsert({ where: { key: job.key }, create: jobRow(job, now, id), update: {}, select: { id: true } })
}
