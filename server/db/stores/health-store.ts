import type { HealthStore } from '#usecases/ports/health-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMsOrNull } from '../time.ts'

/** How many unnumbered entries are looked at to find the oldest: more than this many is a fault by itself. */
const sample = 1_000

/** Counts for the set-up list, the doctor and readiness. */
export function healthStore(tx: Tx): HealthStore {
  return {
    async stuckJobs(now, lateMs) {
      const late = toDate(now - lateMs)
      return tx.job.count({
        where: {
          OR: [
            { state: 'needs_person' },
            { state: 'ready', runAt: { lt: late } },
            { state: 'running', leaseUntil: { lt: late } },
          ],
        },
      })
    },
    async oldestUnsealed() {
      const waiting = await tx.auditUnsealed.findMany({ take: sample, select: { entryId: true } })
      if (waiting.length === 0) return null
      const ids = waiting.map(({ entryId }) => entryId)
      const { _min } = await tx.auditEntry.aggregate({ where: { id: { in: ids } }, _min: { at: true } })
      return toMsOrNull(_min.at)
    },
    leaves: () => tx.auditLeaf.count(),
    async figures(now) {
      const requests = await tx.request.groupBy({ by: ['state'], _count: { _all: true } })
      const jobs = await tx.job.groupBy({ by: ['state'], _count: { _all: true } })
      return {
        requestsByState: Object.fromEntries(requests.map((row) => [row.state, row._count._all])),
        pastDue: await tx.request.count({ where: { endedAt: null, dueAt: { lt: toDate(now) } } }),
        jobsByState: Object.fromEntries(jobs.map((row) => [row.state, row._count._all])),
        registryEntries: await tx.registryEntry.count({ where: { supersededAt: null } }),
        openWorkItems: await tx.workItem.count({ where: { resolvedAt: null } }),
        leaves: await tx.auditLeaf.count(),
        unsealed: await tx.auditUnsealed.count(),
      }
    },
  }
}
