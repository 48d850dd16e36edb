import { conflict } from '#usecases/errors.ts'
import type { CallRecord, CallStore, GrantRecord, VerificationRecord } from '#usecases/ports/call-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type CallRow = NonNullable<Awaited<ReturnType<Tx['call']['findUnique']>>>
type GrantRow = NonNullable<Awaited<ReturnType<Tx['callSubject']['findFirst']>>>
type VerificationRow = NonNullable<Awaited<ReturnType<Tx['verification']['findUnique']>>>

const callRecord = (row: CallRow): CallRecord => ({
  ...row,
  startedAt: toMs(row.startedAt),
  endedAt: toMsOrNull(row.endedAt),
  wrappedUpAt: toMsOrNull(row.wrappedUpAt),
  found: row.found as CallRecord['found'],
  lookedUpAt: toMsOrNull(row.lookedUpAt),
  promisedAt: toMsOrNull(row.promisedAt),
})

const grantRecord = (row: GrantRow): GrantRecord => ({
  ...row,
  lookedUpAt: toMs(row.lookedUpAt),
  levelAt: toMsOrNull(row.levelAt),
  levelEndsAt: toMsOrNull(row.levelEndsAt),
})

const verificationRecord = (row: VerificationRow): VerificationRecord => ({
  id: row.id,
  callId: row.callId,
  subjectId: row.subjectId,
  method: row.method as VerificationRecord['method'],
  identifierId: row.identifierId,
  sentAt: toMs(row.sentAt),
  expiresAt: toMs(row.expiresAt),
  tries: row.tries,
  outcome: row.outcome as VerificationRecord['outcome'],
})

/** Calls, what each may see, and the attempts to verify in them. */
export function callStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): CallStore {
  return {
    async get(id) {
      const row = await tx.call.findUnique({ where: { id } })
      return row && callRecord(row)
    },
    async unfinished(staffId) {
      const row = await tx.call.findFirst({ where: { staffId, wrappedUpAt: null }, orderBy: { startedAt: 'desc' } })
      return row && callRecord(row)
    },
    async promised(humanRef, limit) {
      const rows = await tx.call.findMany({
        where: { humanRef, promisedAt: { not: null } },
        orderBy: { promisedAt: 'asc' },
        take: limit,
      })
      const kept = await Promise.all(
        rows.map(({ subjectId, startedAt }) => tx.call.count({ where: { subjectId, startedAt: { gt: startedAt } } })),
      )
      return rows.filter((_, index) => kept[index] === 0).map(callRecord)
    },
    async open({ startedAt, lookedUpAt = null, ...call }) {
      await tx.call.create({ data: { ...call, startedAt: toDate(startedAt), lookedUpAt: toDateOrNull(lookedUpAt) } })
    },
    async save(call) {
      const { count } = await tx.call.updateMany({
        where: { id: call.id, version: call.version },
        data: {
          locale: call.locale,
          endedAt: toDateOrNull(call.endedAt),
          outcome: call.outcome,
          wrappedUpAt: toDateOrNull(call.wrappedUpAt),
          subjectId: call.subjectId,
          sessionId: call.sessionId,
          found: call.found,
          foundBy: call.foundBy,
          lookedUpAt: toDateOrNull(call.lookedUpAt),
          promisedAt: toDateOrNull(call.promisedAt),
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw conflict('stale', { call: call.id })
    },
    async grant(callId, subjectId) {
      const row = await tx.callSubject.findUnique({ where: { callId_subjectId: { callId, subjectId } } })
      return row && grantRecord(row)
    },
    async grants(callId) {
      return (await tx.callSubject.findMany({ where: { callId }, orderBy: { lookedUpAt: 'asc' } })).map(grantRecord)
    },
    async putGrant(grant) {
      // By hand: somebody waits on the line while this is written (bench: look-up runner).
      await raw.run(
        `INSERT INTO call_subject (call_id, subject_id, looked_up_at, found_by, level, level_at, level_ends_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (call_id, subject_id) DO UPDATE SET looked_up_at = excluded.looked_up_at, found_by = excluded.found_by,
           level = excluded.level, level_at = excluded.level_at, level_ends_at = excluded.level_ends_at`,
        [
          grant.callId, grant.subjectId, toDate(grant.lookedUpAt), grant.foundBy, grant.level,
          toDateOrNull(grant.levelAt), toDateOrNull(grant.levelEndsAt),
        ],
      )
    },
    async addVerification({ sentAt, expiresAt, ...rest }) {
      await tx.verification.create({ data: { ...rest, sentAt: toDate(sentAt), expiresAt: toDate(expiresAt) } })
    },
    async verification(id) {
      const row = await tx.verification.findUnique({ where: { id } })
      return row && verificationRecord(row)
    },
    async verifications(callId) {
      const rows = await tx.verification.findMany({ where: { callId }, orderBy: { sentAt: 'desc' } })
      return rows.map(verificationRecord)
    },
    notes: (callId) => tx.note.count({ where: { callId } }),
    async takeTry(id, now, maximum) {
      const { count } = await tx.verification.updateMany({
        where: { id, outcome: 'pending', tries: { lt: maximum }, expiresAt: { gt: toDate(now) } },
        data: { tries: { increment: 1 } },
      })
      if (count !== 1) return null
      const row = await tx.verification.findUniqueOrThrow({ where: { id }, select: { tries: true } })
      return row.tries
    },
    async endVerification(id, outcome, now) {
      const { count } = await tx.verification.updateMany({
        where: { id, outcome: 'pending' },
        data: { outcome, endedAt: toDate(now) },
      })
      return count === 1
    },
  }
}
