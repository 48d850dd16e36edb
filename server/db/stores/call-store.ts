import { randomUUID } from 'node:crypto'
import { conflict } from '#usecases/errors.ts'
import type { CallRecord, CallStore, GrantRecord, VerificationRecord } from '#usecases/ports/call-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toDateOrNull, toMs } from '../time.ts'
import { promisedCases, promisedParams } from './promise-sql.ts'

/** A call's row as prepared statements read it: columns as the database names them, times as ISO text. */
interface RawCall {
  readonly id: string
  readonly staff_id: string
  readonly human_ref: string
  readonly channel: string
  readonly telephony_id: string | null
  readonly locale: string
  readonly started_at: string
  readonly ended_at: string | null
  readonly outcome: string | null
  readonly wrapped_up_at: string | null
  readonly subject_id: string | null
  readonly session_id: string | null
  readonly found: CallRecord['found']
  readonly found_by: string | null
  readonly looked_up_at: string | null
  readonly promised_at: string | null
  readonly version: number
}

const callColumns = `id, staff_id, human_ref, channel, telephony_id, locale, started_at, ended_at, outcome,
  wrapped_up_at, subject_id, session_id, found, found_by, looked_up_at, promised_at, version`

interface RawGrant {
  readonly call_id: string
  readonly subject_id: string
  readonly looked_up_at: string
  readonly found_by: string
  readonly level: number
  readonly level_at: string | null
  readonly level_ends_at: string | null
}

const grantColumns = 'call_id, subject_id, looked_up_at, found_by, level, level_at, level_ends_at'

/** The role of a party of a call of whom nobody knows yet whether they are the one who calls. */
const possibleCaller = 'possible_caller'

/** The role of who calls for the person; an interpreter has another. */
const representative = 'representative'

type VerificationRow = NonNullable<Awaited<ReturnType<Tx['verification']['findUnique']>>>

const callRecord = (row: RawCall): CallRecord => ({
  id: row.id,
  staffId: row.staff_id,
  humanRef: row.human_ref,
  channel: row.channel,
  telephonyId: row.telephony_id,
  locale: row.locale,
  startedAt: Date.parse(row.started_at),
  endedAt: fromIso(row.ended_at),
  outcome: row.outcome,
  wrappedUpAt: fromIso(row.wrapped_up_at),
  subjectId: row.subject_id,
  sessionId: row.session_id,
  found: row.found,
  foundBy: row.found_by,
  lookedUpAt: fromIso(row.looked_up_at),
  promisedAt: fromIso(row.promised_at),
  version: row.version,
})

const fromIso = (text: string | null): number | null => (text === null ? null : Date.parse(text))

const grantRecord = (row: RawGrant): GrantRecord => ({
  callId: row.call_id,
  subjectId: row.subject_id,
  lookedUpAt: Date.parse(row.looked_up_at),
  foundBy: row.found_by,
  level: row.level,
  levelAt: fromIso(row.level_at),
  levelEndsAt: fromIso(row.level_ends_at),
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

/**
 * Calls, what each may see, and the attempts to verify in them. What a look-up needs is written by hand, by prepared
 * statements: somebody waits on the line meanwhile (docs/benchmarks.md, look-up runner).
 */
export function callStore({ tx, raw, vault, subjectKeys }: DatabaseScope): CallStore {
  return {
    async get(id) {
      const [row] = await raw.all<RawCall>(`SELECT ${callColumns} FROM "call" WHERE id = ?`, [id])
      return row === undefined ? null : callRecord(row)
    },
    async unfinished(staffId) {
      const [row] = await raw.all<RawCall>(
        `SELECT ${callColumns} FROM "call" WHERE staff_id = ? AND wrapped_up_at IS NULL
         ORDER BY started_at DESC LIMIT 1`,
        [staffId],
      )
      return row === undefined ? null : callRecord(row)
    },
    async promised(humanRef, limit) {
      const rows = await raw.all<RawCall>(
        `SELECT ${callColumns} FROM "call" WHERE id IN (SELECT c.id FROM ${promisedCases} AND c.human_ref = ?)
         ORDER BY promised_at, id LIMIT ?`,
        [...promisedParams, humanRef, limit],
      )
      return rows.map(callRecord)
    },
    async movePromises(requestId, at) {
      await raw.run(
        `UPDATE "call" SET promised_at = ?, version = version + 1
         WHERE id IN (SELECT c.id FROM ${promisedCases} AND r.id = ?)`,
        [toDateOrNull(at), ...promisedParams, requestId],
      )
    },
    async open({ startedAt, lookedUpAt = null, ...call }) {
      await tx.call.create({ data: { ...call, startedAt: toDate(startedAt), lookedUpAt: toDateOrNull(lookedUpAt) } })
    },
    async save(call) {
      const changed = await raw.run(
        `UPDATE "call" SET locale = ?, ended_at = ?, outcome = ?, wrapped_up_at = ?, subject_id = ?, session_id = ?,
           found = ?, found_by = ?, looked_up_at = ?, promised_at = ?, version = version + 1
         WHERE id = ? AND version = ?`,
        [
          call.locale, toDateOrNull(call.endedAt), call.outcome, toDateOrNull(call.wrappedUpAt), call.subjectId,
          call.sessionId, call.found, call.foundBy, toDateOrNull(call.lookedUpAt), toDateOrNull(call.promisedAt),
          call.id, call.version,
        ],
      )
      if (changed !== 1) throw conflict('stale', { call: call.id })
    },
    async noteLookUp({ id, version, subjectId, found, foundBy, lookedUpAt }) {
      // No column of an index but the one that changes: each would be another page to make durable.
      const changed = await raw.run(
        `UPDATE "call" SET subject_id = ?, found = ?, found_by = ?, looked_up_at = ?, version = version + 1
         WHERE id = ? AND version = ?`,
        [subjectId, found, foundBy, toDateOrNull(lookedUpAt), id, version],
      )
      if (changed !== 1) throw conflict('stale', { call: id })
    },
    async grant(callId, subjectId) {
      const [row] = await raw.all<RawGrant>(
        `SELECT ${grantColumns} FROM call_subject WHERE call_id = ? AND subject_id = ?`,
        [callId, subjectId],
      )
      return row === undefined ? null : grantRecord(row)
    },
    async grants(callId) {
      const sql = `SELECT ${grantColumns} FROM call_subject WHERE call_id = ? ORDER BY looked_up_at, subject_id`
      return (await raw.all<RawGrant>(sql, [callId])).map(grantRecord)
    },
    async putGrant(grant) {
      await raw.run(
        `INSERT INTO call_subject (${grantColumns})
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (call_id, subject_id) DO UPDATE SET looked_up_at = excluded.looked_up_at, found_by = excluded.found_by,
           level = excluded.level, level_at = excluded.level_at, level_ends_at = excluded.level_ends_at`,
        [
          grant.callId, grant.subjectId, toDate(grant.lookedUpAt), grant.foundBy, grant.level,
          toDateOrNull(grant.levelAt), toDateOrNull(grant.levelEndsAt),
        ],
      )
    },
    async possibleCallers(callId) {
      const rows = await tx.callParty.findMany({ where: { callId, role: possibleCaller }, select: { subjectId: true } })
      return rows.flatMap(({ subjectId }) => subjectId ?? [])
    },
    async putPossibleCallers(callId, subjectIds, now) {
      await tx.callParty.deleteMany({ where: { callId, role: possibleCaller } })
      await tx.callParty.createMany({
        data: subjectIds.map((subjectId) => ({
          id: randomUUID(), callId, role: possibleCaller, subjectId, addedAt: toDate(now),
        })),
      })
    },
    async addIntake({ receivedAt, recordedAt, ...rest }) {
      await tx.intake.create({ data: { ...rest, receivedAt: toDate(receivedAt), recordedAt: toDate(recordedAt) } })
    },
    async nameIntake(id, subjectId) {
      await tx.intake.updateMany({ where: { id }, data: { subjectId } })
    },
    async addParty({ id, callId, role, subjectId, reference, addedAt }) {
      const key = await subjectKeys.open(tx, subjectId)
      const details = vault.sealText(key, 'call_party', 'details', id, reference)
      await tx.callParty.create({ data: { id, callId, role, subjectId, details, addedAt: toDate(addedAt) } })
    },
    async parties(callId) {
      const rows = await tx.callParty.findMany({
        where: { callId, role: representative, subjectId: { not: null } },
        orderBy: { addedAt: 'asc' },
        omit: { details: true },
      })
      return rows.map((row) => ({
        ...row, role: representative, subjectId: row.subjectId ?? '', addedAt: toMs(row.addedAt),
      }))
    },
    async restingOn({ id, subjectId }) {
      const about = await tx.callSubject.findMany({ where: { subjectId }, select: { callId: true } })
      const passed = await tx.verification.findMany({
        where: { callId: { in: about.map(({ callId }) => callId) }, identifierId: id, outcome: { in: ['passed', 'lapsed'] } },
        select: { callId: true },
      })
      return [...new Set(passed.map(({ callId }) => callId))]
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
    async lapseVerification(id) {
      await tx.verification.updateMany({ where: { id, outcome: 'passed' }, data: { outcome: 'lapsed' } })
    },
  }
}
