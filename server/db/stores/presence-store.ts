import type { PresenceStore } from '#usecases/ports/presence-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs } from '../time.ts'

/** Tabs in which a case is open. */
export function presenceStore(tx: Tx): PresenceStore {
  return {
    async here(requestId, now) {
      const rows = await tx.casePresence.findMany({
        where: { requestId, leaseUntil: { gt: toDate(now) } },
        orderBy: [{ since: 'asc' }, { tab: 'asc' }],
      })
      return rows.map(({ tab, staffId, humanRef, since, leaseUntil }) => ({
        tab, staffId, humanRef, since: toMs(since), leaseUntil: toMs(leaseUntil),
      }))
    },
  }
}
