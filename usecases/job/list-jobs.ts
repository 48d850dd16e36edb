import { z } from 'zod'
import { query } from '../query.ts'
import { workerLateMs, workerSeenKey } from '../setup/late.ts'
import type { JobRoomView } from '../views/jobs.ts'

const dayMs = 86_400_000
/** How many jobs that gave up one page shows. */
const shownGivenUp = 100

/** What the worker has to do, by kind and state, and what it gave up. Nothing of a person: kinds, counts and codes. */
export const listJobs = query({
  name: 'job.list',
  permission: 'job.list',
  input: z.object({}),
  async run({ now, store }): Promise<JobRoomView> {
    const [{ kinds, oldestDueAt }, gaveUp, seen] = await Promise.all([
      store.health.jobs(now, now - dayMs),
      store.health.gaveUp(shownGivenUp),
      store.settings.meta(workerSeenKey),
    ])
    const workerSeenAt = seen === null ? null : Date.parse(seen)
    return {
      now,
      workerSeenAt,
      workerLate: workerSeenAt === null || now - workerSeenAt > workerLateMs,
      oldestDueAt,
      kinds: kinds.map((kind) => ({ ...kind })),
      gaveUp: gaveUp.map((job) => ({ ...job })),
    }
  },
})
