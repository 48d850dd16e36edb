import { unfinishedStates } from '#domain/request/states.ts'
import type { ShiftStore } from '#usecases/ports/shift-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'
import { requestLine } from './request-store.ts'

const unfinished = { in: [...unfinishedStates] }

/** Cases and promises that a shift hands over. */
export function shiftStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): ShiftStore {
  return {
    async pressing(dueBy, limit) {
      const rows = await tx.request.findMany({
        where: {
          state: unfinished,
          OR: [{ pause: { in: ['parked', 'disputed'] } }, { dueAt: { lte: toDate(dueBy) } }],
        },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(requestLine)
    },
    async untold(limit) {
      // One statement, since a desk has few such requests among very many messages.
      const ids = await raw.all<{ id: string }>(
        `SELECT r.id FROM request r
         WHERE r.state IN (${unfinishedStates.map(() => '?').join(', ')})
           AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.request_id = r.id AND n.state = 'sent')
         ORDER BY r.due_at, r.id LIMIT ?`,
        [...unfinishedStates, limit],
      )
      const rows = await tx.request.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map(requestLine)
    },
    async promises(limit) {
      const rows = await raw.all<{ id: string; human_ref: string; promised_at: string }>(
        `SELECT c.id, c.human_ref, c.promised_at FROM "call" c
         WHERE c.promised_at IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM "call" later WHERE later.subject_id = c.subject_id AND later.started_at > c.started_at)
         ORDER BY c.promised_at, c.id LIMIT ?`,
        [limit],
      )
      return rows.map((row) => ({ id: row.id, humanRef: row.human_ref, promisedAt: Date.parse(row.promised_at) }))
    },
  }
}
