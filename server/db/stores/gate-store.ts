import type { GateStore } from '#usecases/ports/gate-store.ts'
import { readBarring } from '../gate/read-barring.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toMs } from '../time.ts'

/** The gate's questions by prepared statements, and what it leaves to be found and counted. */
export function gateStore({ tx, raw, vault }: DatabaseScope): GateStore {
  return {
    barring: (service, people, now) => readBarring({ raw, vault }, service, people, now),
    async addRefusal({ service, at, ...refusal }) {
      const data = { ...refusal, serviceKey: service, at: toDate(at) }
      await tx.gateRefusal.create({ data, select: { decisionId: true } })
    },
    async refusal(decisionId) {
      const row = await tx.gateRefusal.findUnique({ where: { decisionId } })
      if (row === null) return null
      const { entryId, clientId } = row
      return { decisionId, entryId, clientId, service: row.serviceKey, at: toMs(row.at) }
    },
    async unlogged(before, limit) {
      const rows = await tx.gateCount.findMany({
        where: { loggedAt: null, minute: { lt: toDate(before) } },
        orderBy: [{ minute: 'asc' }, { clientId: 'asc' }, { serviceKey: 'asc' }],
        take: limit,
      })
      return rows.map((row) => ({
        clientId: row.clientId,
        service: row.serviceKey,
        minute: toMs(row.minute),
        allowed: row.allowed,
      }))
    },
    async logged({ clientId, service, minute, allowed }, now) {
      const { count } = await tx.gateCount.updateMany({
        where: { clientId, serviceKey: service, minute: toDate(minute), allowed, loggedAt: null },
        data: { loggedAt: toDate(now) },
      })
      return count === 1
    },
  }
}
