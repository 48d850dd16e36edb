import { statesAtWork } from '#domain/request/states.ts'
import type { WaitReason } from '#domain/partner/waiting-case.ts'
import type { Request } from '#domain/request/request.ts'
import type { LetterRecord, PartnerStore, WaitingRecord } from '#usecases/ports/partner-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toMs, toMsOrNull } from '../time.ts'
import { requestLine } from './request-store.ts'

type TaskRow = NonNullable<Awaited<ReturnType<Tx['task']['findUnique']>>>

/** Asking every system takes a minute; after so long it did not succeed, in ms. */
const askedWithinMs = 10 * 60_000

/** When each system of a case was to be asked, where that has not succeeded in time; null otherwise. */
function overdueSince({ state, since, clock, pauses, waiting }: Request, now: number): number | null {
  const windowOver = state === 'cooling_off' && clock.code === 'cooling_off' && waiting === null
  const at = state === 'rechecking' ? since : windowOver || state === 'completed_pending' ? clock.at : null
  return at !== null && pauses.length === 0 && now - at > askedWithinMs ? at : null
}

/** Why a task keeps its case waiting; null where it does not. */
function reasonOf(task: TaskRow, request: Request): WaitReason | null {
  const cause = request.state === 'needs_attention'
    ? request.attention.find((one) => one.system === task.system)?.cause
    : undefined
  if (cause !== undefined) return cause
  if (task.state === 'gave_up') return 'gave_up'
  if (task.state === 'failed' || (task.state === 'running' && task.attempts > 1)) return 'no_answer'
  return task.state === 'planned' || task.state === 'running' ? 'under_way' : null
}

/** What keeps cases waiting outside, letters about it, and where they go. */
export function partnerStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): PartnerStore {
  return {
    async waiting(now, limit) {
      const rows = await tx.request.findMany({
        where: {
          OR: [
            { state: { in: [...statesAtWork] } },
            { state: 'cooling_off', turnAt: { lte: toDate(now - askedWithinMs) } },
          ],
        },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      const [tasks, systems] = await Promise.all([
        tx.task.findMany({ where: { requestId: { in: rows.map(({ id }) => id) } } }),
        tx.system.findMany({ where: { removedAt: null }, select: { name: true } }),
      ])
      return rows.flatMap((row): WaitingRecord[] => {
        const { request } = JSON.parse(row.body) as { request: Request }
        const common = { request: requestLine(row), subjectIds: request.subjects.map(({ subjectId }) => subjectId) }
        const overdue = overdueSince(request, now)
        if (overdue !== null) {
          // The systems of a case are asked in one go, so that each of them may be the silent one.
          const named = request.frozen?.systems.map(({ system }) => system)
          const asked = systems.filter(({ name }) => named?.includes(name) ?? true)
          return asked.map(({ name }) => ({ ...common, system: name, attempts: 0, reason: 'waits_to_ask', askedAt: overdue }))
        }
        return tasks.filter(({ requestId }) => requestId === row.id).flatMap((task) => {
          const { system, attempts, startedAt } = task
          const reason = reasonOf(task, request)
          return reason === null ? [] : [{ ...common, system, attempts, reason, askedAt: toMsOrNull(startedAt) }]
        })
      })
    },
    async lastAnswers() {
      const rows = await raw.all<{ system: string; last: string }>(
        `SELECT system, MAX(last) AS last FROM (
           SELECT system, ended_at AS last FROM task WHERE ended_at IS NOT NULL AND state IN ('done', 'informed')
           UNION ALL SELECT system, at AS last FROM recheck
         ) answered GROUP BY system`,
      )
      return new Map(rows.map(({ system, last }) => [system, Date.parse(last)]))
    },
    async lastLetters() {
      const rows = await tx.systemLetter.findMany({ orderBy: [{ sentAt: 'asc' }, { id: 'asc' }] })
      return new Map(rows.map((row): [string, LetterRecord] => [row.system, { ...row, sentAt: toMs(row.sentAt) }]))
    },
    async addLetter({ sentAt, ...letter }) {
      await tx.systemLetter.create({ data: { ...letter, sentAt: toDate(sentAt) } })
    },
    async setContact(name, contact) {
      await tx.system.updateMany({ where: { name, removedAt: null }, data: { contact } })
    },
  }
}
