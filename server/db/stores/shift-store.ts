import { unfinishedStates } from '#domain/request/states.ts'
import type { Part, ShiftStore } from '#usecases/ports/shift-store.ts'
import type { RequestLine } from '#usecases/ports/request-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'
import { promisedCases, promisedParams } from './promise-sql.ts'
import { requestLine } from './request-store.ts'

const unfinished = { in: [...unfinishedStates] }

const states = unfinishedStates.map(() => '?').join(', ')

const untold = `
  FROM request r
  WHERE r.state IN (${states})
    AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.request_id = r.id AND n.state = 'sent')`

/** Cases and promises that a shift hands over. */
export function shiftStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): ShiftStore {
  async function part(of: { pause: string } | { dueAt: { lte: Date } }, take: number): Promise<Part<RequestLine>> {
    const where = { state: unfinished, ...of }
    const [rows, total] = await Promise.all([
      tx.request.findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take }),
      tx.request.count({ where }),
    ])
    return { lines: rows.map(requestLine), total }
  }
  return {
    paused: (pause, limit) => part({ pause }, limit),
    due: (by, limit) => part({ dueAt: { lte: toDate(by) } }, limit),
    async untold(limit) {
      // One statement, since a desk has few such requests among very many messages.
      const [ids, [counted]] = await Promise.all([
        raw.all<{ id: string }>(`SELECT r.id ${untold} ORDER BY r.due_at, r.id LIMIT ?`, [...unfinishedStates, limit]),
        raw.all<{ total: number | bigint }>(`SELECT COUNT(*) AS total ${untold}`, [...unfinishedStates]),
      ])
      const rows = await tx.request.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      })
      return { lines: rows.map(requestLine), total: Number(counted?.total ?? 0) }
    },
    async promises(limit) {
      const cases = `SELECT DISTINCT r.case_code, c.human_ref, c.promised_at FROM ${promisedCases}`
      const [rows, [counted]] = await Promise.all([
        raw.all<{ case_code: string; human_ref: string; promised_at: string }>(
          `${cases} ORDER BY c.promised_at, r.case_code LIMIT ?`,
          [...promisedParams, limit],
        ),
        raw.all<{ total: number | bigint }>(`SELECT COUNT(*) AS total FROM (${cases}) AS promised`, [...promisedParams]),
      ])
      return {
        lines: rows.map((row) => ({
          caseCode: row.case_code, humanRef: row.human_ref, promisedAt: Date.parse(row.promised_at),
        })),
        total: Number(counted?.total ?? 0),
      }
    },
  }
}
