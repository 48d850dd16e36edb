import type { JobRequest } from '#usecases/event.ts'
import type { Tx } from './client.ts'
import { toDate } from './time.ts'

/** Days for which a job is tried again before it becomes a task for a person (house book, Jobs). */
const retrySpanDays = 3

const day = 86_400_000

/** Enqueues work in the transaction of the command that asks for it; the same key is enqueued once. */
export async function enqueueJob(tx: Tx, job: JobRequest, now: number, id: string): Promise<void> {
  const runAt = job.runAt ?? now
  await tx.job.upsert({
    where: { key: job.key },
    create: {
      id,
      kind: job.kind,
      key: job.key,
      payload: JSON.stringify(job.payload),
      state: 'ready',
      runAt: toDate(runAt),
      giveUpAt: toDate(runAt + retrySpanDays * day),
      createdAt: toDate(now),
    },
    update: {},
    select: { id: true },
  })
}
