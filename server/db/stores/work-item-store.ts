import { randomUUID } from 'node:crypto'
import type { WorkItemKind, WorkItemRecord, WorkItemStore } from '#usecases/ports/work-item-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs, toMsOrNull } from '../time.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['workItem']['findUnique']>>>

const record = (row: Row): WorkItemRecord => ({
  ...row,
  kind: row.kind as WorkItemKind,
  firstAt: toMs(row.firstAt),
  lastAt: toMs(row.lastAt),
  resolvedAt: toMsOrNull(row.resolvedAt),
})

/** What waits for a supervisor beside the requests. */
export function workItemStore(tx: Tx): WorkItemStore {
  return {
    async raise(item, now) {
      await tx.workItem.upsert({
        where: { kind_ref_source: item },
        create: { id: randomUUID(), ...item, firstAt: toDate(now), lastAt: toDate(now) },
        update: { count: { increment: 1 }, lastAt: toDate(now), resolvedAt: null, resolvedBy: null, resolvedFor: null },
      })
    },
    async open(limit) {
      const rows = await tx.workItem.findMany({
        where: { resolvedAt: null },
        orderBy: [{ firstAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(record)
    },
    async get(id) {
      const row = await tx.workItem.findUnique({ where: { id } })
      return row && record(row)
    },
    async resolve({ id, by, reason, now }) {
      const { count } = await tx.workItem.updateMany({
        where: { id, resolvedAt: null },
        data: { resolvedAt: toDate(now), resolvedBy: by, resolvedFor: reason },
      })
      return count === 1
    },
  }
}
