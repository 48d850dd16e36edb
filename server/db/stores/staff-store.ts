import { conflict } from '#usecases/errors.ts'
import type { SessionRecord, StaffRecord, StaffStore } from '#usecases/ports/staff-store.ts'
import type { Role } from '#domain/access/policy.ts'
import type { Tx } from '../client.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type StaffRow = NonNullable<Awaited<ReturnType<Tx['staff']['findUnique']>>>
type SessionRow = NonNullable<Awaited<ReturnType<Tx['staffSession']['findUnique']>>>

export const staffRecord = (row: StaffRow): StaffRecord => ({
  id: row.id,
  humanRef: row.humanRef,
  email: row.email,
  displayName: row.displayName,
  role: row.role as Role,
  status: row.status as StaffRecord['status'],
  locale: row.locale,
  mayDecideFrom: toMsOrNull(row.mayDecideFrom),
  createdAt: toMs(row.createdAt),
  version: row.version,
})

const sessionRecord = (row: SessionRow): SessionRecord => ({
  id: row.id,
  staffId: row.staffId,
  createdAt: toMs(row.createdAt),
  lastSeenAt: toMs(row.lastSeenAt),
  endsAt: toMs(row.endsAt),
  revokedAt: toMsOrNull(row.revokedAt),
})

/** Staff, their sessions and the sign-in delays. */
export function staffStore(tx: Tx): StaffStore {
  return {
    async deputies() {
      const rows = await tx.deputy.findMany({ orderBy: [{ namedAt: 'asc' }, { id: 'asc' }] })
      return rows.map((row) => ({ ...row, namedAt: toMs(row.namedAt), endsAt: toMsOrNull(row.endsAt) }))
    },
    async nameDeputy({ namedAt, endsAt, ...deputy }) {
      await tx.deputy.create({ data: { ...deputy, namedAt: toDate(namedAt), endsAt: toDateOrNull(endsAt) } })
    },
    async endDeputy(id, at) {
      const { count } = await tx.deputy.updateMany({
        where: { id, OR: [{ endsAt: null }, { endsAt: { gt: toDate(at) } }] },
        data: { endsAt: toDate(at) },
      })
      return count === 1
    },
    async byId(id) {
      const row = await tx.staff.findUnique({ where: { id } })
      return row && staffRecord(row)
    },
    async forSignIn(email) {
      const row = await tx.staff.findUnique({ where: { email } })
      return row && { ...staffRecord(row), passwordHash: row.passwordHash }
    },
    async list() {
      return (await tx.staff.findMany({ orderBy: { humanRef: 'asc' } })).map(staffRecord)
    },
    async lastSignIns() {
      const rows = await tx.staffSession.groupBy({ by: ['staffId'], _max: { createdAt: true } })
      return new Map(rows.flatMap((row) => (row._max.createdAt ? [[row.staffId, toMs(row._max.createdAt)]] : [])))
    },
    async add({ mayDecideFrom, createdAt, ...staff }) {
      await tx.staff.create({
        data: { ...staff, mayDecideFrom: toDateOrNull(mayDecideFrom), createdAt: toDate(createdAt) },
      })
    },
    async save(staff) {
      const { count } = await tx.staff.updateMany({
        where: { id: staff.id, version: staff.version },
        data: {
          role: staff.role,
          status: staff.status,
          locale: staff.locale,
          displayName: staff.displayName,
          mayDecideFrom: toDateOrNull(staff.mayDecideFrom),
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw conflict('stale')
    },
    async openSession(session) {
      await tx.staffSession.create({
        data: {
          id: session.id,
          staffId: session.staffId,
          createdAt: toDate(session.createdAt),
          lastSeenAt: toDate(session.lastSeenAt),
          endsAt: toDate(session.endsAt),
        },
      })
    },
    async session(id) {
      const row = await tx.staffSession.findUnique({ where: { id } })
      return row && sessionRecord(row)
    },
    async revokeSession(id, now, why) {
      const { count } = await tx.staffSession.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: toDate(now), revokedFor: why },
      })
      return count === 1
    },
    async revokeSessions(staffId, now, why) {
      const { count } = await tx.staffSession.updateMany({
        where: { staffId, revokedAt: null },
        data: { revokedAt: toDate(now), revokedFor: why },
      })
      return count
    },
    async delay(bucket) {
      const row = await tx.signInDelay.findUnique({ where: { bucket } })
      return row && { failures: row.failures, lastAt: toMs(row.lastAt), notBefore: toMs(row.notBefore) }
    },
    async putDelay(bucket, { failures, lastAt, notBefore }) {
      const data = { failures, lastAt: toDate(lastAt), notBefore: toDate(notBefore) }
      await tx.signInDelay.upsert({ where: { bucket }, create: { bucket, ...data }, update: data })
    },
    async clearDelay(bucket) {
      await tx.signInDelay.deleteMany({ where: { bucket } })
    },
  }
}
