import { randomUUID } from 'node:crypto'
import type { JobRequest } from '#usecases/event.ts'
import type { WorkItemRecord } from '#usecases/ports/work-item-store.ts'
import { jobRow } from '../db/enqueue-job.ts'
import type { RawQueries } from '../db/raw.ts'
import { toDate } from '../db/time.ts'

/** Enqueues work in a batch's own transaction; the same key is enqueued once. */
export async function enqueueRaw(queries: RawQueries, jobs: readonly JobRequest[], now: number): Promise<void> {
  await queries.runMany(
    `INSERT INTO job (id, kind, key, payload, state, run_at, give_up_at, created_at, attempts, epoch)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
    jobs.map((job) => {
      const row = jobRow(job, now, randomUUID())
      return [row.id, row.kind, row.key, row.payload, row.state, row.runAt, row.giveUpAt, row.createdAt, 0, 0]
    }),
  )
}

/** Puts something before a supervisor, or counts once more on what is there already. */
export async function raiseRaw(
  queries: RawQueries,
  items: readonly Pick<WorkItemRecord, 'kind' | 'ref' | 'source'>[],
  now: number,
): Promise<void> {
  await queries.runMany(
    `INSERT INTO work_item (id, kind, ref, source, count, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, ref, source)
     DO UPDATE SET count = work_item.count + 1, last_at = excluded.last_at, resolved_at = NULL, resolved_by = NULL`,
    items.map(({ kind, ref, source }) => [randomUUID(), kind, ref, source, 1, toDate(now), toDate(now)]),
  )
}
