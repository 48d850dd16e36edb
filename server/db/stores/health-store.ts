import type { HealthStore } from '#usecases/ports/health-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs, toMsOrNull } from '../time.ts'

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
    async jobs(now, doneSince) {
      const count = async (where: Parameters<Tx['job']['groupBy']>[0]['where']) => {
        const rows = await tx.job.groupBy({ by: ['kind'], where: where ?? {}, _count: { _all: true } })
        return new Map(rows.map((row) => [row.kind, row._count._all]))
      }
      const due = { runAt: { lte: toDate(now) } }
      const queued = await count({ state: 'ready', fault: null, ...due })
      const later = await count({ state: 'ready', fault: null, NOT: due })
      const retrying = await count({ state: 'ready', NOT: { fault: null } })
      const running = await count({ state: 'running' })
      const gaveUp = await count({ state: 'needs_person' })
      const done = await count({ state: 'done', endedAt: { gte: toDate(doneSince) } })
      const counted = [queued, later, retrying, running, gaveUp, done]
      const kinds = [...new Set(counted.flatMap((one) => [...one.keys()]))].toSorted()
      const { _min } = await tx.job.aggregate({ where: { state: 'ready', ...due }, _min: { runAt: true } })
      return {
        oldestDueAt: toMsOrNull(_min.runAt),
        kinds: kinds.map((kind) => ({
          kind,
          queued: queued.get(kind) ?? 0,
          later: later.get(kind) ?? 0,
          running: running.get(kind) ?? 0,
          retrying: retrying.get(kind) ?? 0,
          gaveUp: gaveUp.get(kind) ?? 0,
          done: done.get(kind) ?? 0,
        })),
      }
    },
    async gaveUp(limit) {
      const rows = await tx.job.findMany({
        where: { state: 'needs_person' },
        orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(({ id, kind, fault, attempts, createdAt, endedAt }) => ({
        jobId: id, kind, fault: fault ?? 'unexpected', attempts, madeAt: toMs(createdAt), endedAt: toMsOrNull(endedAt),
      }))
    },
    async keyUse() {
      const keys = await tx.subjectKey.groupBy({ by: ['keyVersion'], _count: { _all: true } })
      const tags = await tx.registryTag.groupBy({ by: ['generation'], _count: { _all: true } })
      return {
        subjectKeys: Object.fromEntries(keys.map((row) => [row.keyVersion, row._count._all])),
        tags: Object.fromEntries(tags.map((row) => [row.generation, row._count._all])),
        leaves: await tx.auditLeaf.count(),
      }
    },
  }
}
