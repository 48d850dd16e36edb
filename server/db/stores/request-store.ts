import { randomUUID } from 'node:crypto'
import { conflict } from '#usecases/errors.ts'
import type { Request } from '#domain/request/request.ts'
import { markKinds, undoableKinds, type RequestKind } from '#domain/request/kinds.ts'
import { leftOf } from '#domain/request/kept-records.ts'
import { unfinishedStates, type RequestState } from '#domain/request/states.ts'
import type { HoldRecord, RequestLine, RequestOrigin, RequestStore, StoredRequest } from '#usecases/ports/request-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { caseHistory } from './case-history.ts'
import { requestColumns } from './request-columns.ts'
import { settingStore } from './setting-store.ts'

type RequestRow = NonNullable<Awaited<ReturnType<Tx['request']['findUnique']>>>
type HoldRow = NonNullable<Awaited<ReturnType<Tx['legalHold']['findUnique']>>>

/** What the row keeps beside the aggregate, inside `body`, so that one column holds all that is not sorted by. */
interface Body {
  readonly request: Request
  readonly channel: string
  readonly jurisdiction: string | null
  /** Absent in rows that were written before it was noted, and where no call verified it. */
  readonly verifiedIn?: string
}

const stored = (row: RequestRow): StoredRequest => {
  const body = JSON.parse(row.body) as Body
  return {
    request: { ...body.request, version: row.version },
    origin: {
      openedBy: row.openedBy,
      channel: body.channel,
      jurisdiction: body.jurisdiction,
      callId: row.callId,
      intakeId: row.intakeId,
      openingKey: row.openingKey,
    },
    decideBy: toMsOrNull(row.decideBy),
    verifiedIn: body.verifiedIn ?? row.callId,
    objectionUpheld: row.objectionUpheld,
    recordsEndedAt: toMsOrNull(row.recordsEndedAt),
  }
}

/** A row as a line of a list. */
export const requestLine = (row: RequestRow): RequestLine => lineOf(row, JSON.parse(row.body) as Body)

const lineOf = (row: RequestRow, { channel, jurisdiction }: Body): RequestLine => ({
  id: row.id,
  caseCode: row.caseCode,
  kind: row.kind as RequestKind,
  service: row.serviceKey,
  state: row.state as RequestState,
  pause: row.pause,
  turnRole: row.turnRole,
  turnHuman: row.turnHuman,
  turnAt: toMsOrNull(row.turnAt),
  openedAt: toMs(row.openedAt),
  dueAt: toMsOrNull(row.dueAt),
  decideBy: toMsOrNull(row.decideBy),
  openedBy: row.openedBy,
  channel,
  jurisdiction,
})

const holdRecord = (row: HoldRow): HoldRecord => ({
  ...row,
  placedAt: toMs(row.placedAt),
  reviewOn: toMs(row.reviewOn),
  liftedAt: toMsOrNull(row.liftedAt),
})

/** Requests, who did what on them, and legal holds. */
export function requestStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): RequestStore {
  const rules = async () => requestSettingsFrom(await settingStore(tx).all())
  return {
    async byId(id) {
      const row = await tx.request.findUnique({ where: { id } })
      return row && stored(row)
    },
    async byCaseCode(caseCode) {
      const row = await tx.request.findUnique({ where: { caseCode } })
      return row && stored(row)
    },
    async byOpeningKey(openingKey) {
      const row = await tx.request.findUnique({ where: { openingKey } })
      return row && stored(row)
    },
    async add(request: Request, origin: RequestOrigin, decideBy) {
      const body: Body = { request, channel: origin.channel, jurisdiction: origin.jurisdiction }
      await tx.request.create({
        data: {
          id: request.id,
          caseCode: request.caseCode,
          openedBy: origin.openedBy,
          callId: origin.callId,
          intakeId: origin.intakeId,
          openingKey: origin.openingKey,
          ...requestColumns(request, decideBy, await rules()),
          body: JSON.stringify(body),
          version: 1,
        },
      })
      await syncSubjects(tx, request)
    },
    async save(request, decideBy) {
      const row = await tx.request.findUnique({ where: { id: request.id }, select: { body: true } })
      if (row === null) throw conflict('stale')
      const body: Body = { ...(JSON.parse(row.body) as Body), request }
      const { count } = await tx.request.updateMany({
        where: { id: request.id, version: request.version },
        data: {
          ...requestColumns(request, decideBy, await rules()),
          body: JSON.stringify(body),
          recordsEndedAt: null,
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw conflict('stale', { case: request.caseCode })
      await syncSubjects(tx, request)
    },
    async endRecords(request, now) {
      const row = await tx.request.findUnique({ where: { id: request.id } })
      if (row === null) throw conflict('stale')
      const { channel, jurisdiction } = JSON.parse(row.body) as Body
      const left = leftOf(request)
      const body: Body = { request: left, channel, jurisdiction }
      const { count } = await tx.request.updateMany({
        where: { id: request.id, version: request.version, settledAt: { not: null } },
        data: {
          ...requestColumns(left, null, await rules()),
          // Staff who opened a case are not named by what is left of it; a machine that did may still ask for it.
          openedBy: left.openedBy.type === request.openedBy.type ? row.openedBy : left.openedBy.type,
          callId: null,
          intakeId: null,
          openingKey: null,
          settledAt: null,
          recordsEndedAt: toDate(now),
          body: JSON.stringify(body),
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw conflict('stale', { case: request.caseCode })
    },
    async ofSubject(subjectId) {
      const links = await tx.requestSubject.findMany({ where: { subjectId }, select: { requestId: true } })
      const rows = await tx.request.findMany({
        where: { id: { in: links.map((link) => link.requestId) } },
        orderBy: { openedAt: 'desc' },
      })
      return rows.map(stored)
    },
    async queue(limit) {
      const turnRole = 'supervisor'
      // Counted by the index alone: Prisma's own count reads the id of every row that waits.
      const counting = 'SELECT COUNT(*) AS total FROM request WHERE turn_role = ?'
      const [rows, [counted]] = await Promise.all([
        tx.request.findMany({
          where: { turnRole }, orderBy: [{ decideBy: 'asc' }, { openedAt: 'asc' }], take: limit,
        }),
        raw.all<{ total: number | bigint }>(counting, [turnRole]),
      ])
      return { first: rows.map(stored), total: Number(counted?.total ?? 0) }
    },
    async contested(limit) {
      // One question for each reason, since a question with "or" reads the whole queue.
      const reasons = [{ pause: 'disputed' }, { kind: 'objection' }, { state: 'completed' }]
      const found = await Promise.all(
        reasons.map((reason) => tx.request.findMany({
          where: { turnRole: 'supervisor', ...reason }, orderBy: { turnAt: 'asc' }, take: limit,
        })),
      )
      const byId = new Map(found.flat().map((row) => [row.id, { ...stored(row), turnAt: toMsOrNull(row.turnAt) }]))
      const clock = (one: { turnAt: number | null; request: Request }) => one.turnAt ?? one.request.openedAt
      return [...byId.values()].toSorted((a, b) => clock(a) - clock(b)).slice(0, limit)
    },
    async upheldTooLate(limit) {
      // What the aggregate says of it is asked of its text: few rows are upheld, and these of them are settled.
      const where = {
        objectionUpheld: true, state: 'completed', kind: { in: [...undoableKinds] },
        body: { contains: '"erasedInError":null' }, NOT: { body: { contains: '"reason":"objection_upheld"' } },
      }
      return (await tx.request.findMany({ where, orderBy: { endedAt: 'desc' }, take: limit })).map(stored)
    },
    async upheldObjections(requestIds) {
      // An objection to an answer is about what that answer was about: each round asks by the index of `about`.
      const upheld: { about: string; at: number }[] = []
      let roots = new Map(requestIds.map((id) => [id, id]))
      while (roots.size > 0) {
        const where = { kind: 'objection', about: { in: [...roots.keys()] } }
        const next = new Map<string, string>()
        for (const { request } of (await tx.request.findMany({ where })).map(stored)) {
          const about = roots.get(request.about ?? '')
          if (about === undefined) continue
          next.set(request.id, about)
          if (request.answered?.upheld === true) upheld.push({ about, at: request.answered.at ?? request.since })
        }
        roots = next
      }
      return upheld
    },
    async ofMarks(limit, openedBy) {
      const whose = openedBy === undefined ? {} : { openedBy }
      const where = { kind: { in: [...markKinds] }, state: { in: [...unfinishedStates] }, ...whose }
      return (await tx.request.findMany({ where, orderBy: { decideBy: 'asc' }, take: limit })).map(stored)
    },
    async openCorrections(entryIds) {
      const about = { in: [...entryIds] }
      const where = { about, kind: 'ineligibility_correction', state: { in: [...unfinishedStates] } }
      const rows = await tx.request.findMany({
        where, orderBy: { openedAt: 'asc' }, select: { about: true, caseCode: true },
      })
      return new Map(rows.flatMap((row) => (row.about === null ? [] : [[row.about, row.caseCode] as const])))
    },
    async lastApproval(requestId) {
      const row = await tx.approval.findFirst({ where: { requestId }, orderBy: { at: 'desc' } })
      return row === null || row.planHash === null ? null : { planHash: row.planHash, at: toMs(row.at) }
    },
    async ofHuman(humanRef, limit) {
      const rows = await tx.request.findMany({
        where: { OR: [{ openedBy: humanRef }, { turnHuman: humanRef }], recordsEndedAt: null },
        orderBy: [{ endedAt: { sort: 'asc', nulls: 'first' } }, { openedAt: 'desc' }],
        take: limit,
      })
      return rows.map(requestLine)
    },
    async toCallBack(limit) {
      const [parked, letters] = await Promise.all([
        tx.request.findMany({ where: { turnRole: 'agent', pause: 'parked' }, orderBy: { turnAt: 'asc' }, take: limit }),
        tx.request.findMany({
          where: { turnRole: 'person', state: 'awaiting_verification', pause: null, intakeId: { not: null } },
          orderBy: { openedAt: 'asc' },
          take: limit,
        }),
      ])
      return [...parked, ...letters].map(stored)
    },
    async awake(now, limit) {
      const rows = await tx.request.findMany({
        where: { wakeAt: { lte: toDate(now) } },
        orderBy: { wakeAt: 'asc' },
        take: limit,
        select: { id: true },
      })
      return rows.map((row) => row.id)
    },
    history: (caseCode) => caseHistory(tx, caseCode),
    async stamp(caseCode) {
      const ids = (await tx.auditEntry.findMany({ where: { caseCode }, select: { id: true } })).map(({ id }) => id)
      return `${ids.length}.${await tx.auditLeaf.count({ where: { entryId: { in: ids } } })}`
    },
    async lastOpened(caseCode, staffId, before) {
      const earlier = before === undefined ? {} : { at: { lt: toDate(before) } }
      const row = await tx.auditEntry.findFirst({
        where: { caseCode, actorId: staffId, what: 'case.viewed', outcome: 'ok', ...earlier },
        orderBy: { at: 'desc' },
        select: { at: true },
      })
      return row === null ? null : toMs(row.at)
    },
    async lastDialled(caseCode, staffId) {
      const row = await tx.auditEntry.findFirst({
        where: { caseCode, actorId: staffId, what: 'person.revealed', callId: null, outcome: 'ok' },
        orderBy: { at: 'desc' },
        select: { at: true },
      })
      return row === null ? null : toMs(row.at)
    },
    async wakeLater(id, at) {
      await tx.request.updateMany({ where: { id }, data: { wakeAt: toDate(at) } })
    },
    async parts(requestId) {
      const rows = await tx.requestPart.findMany({ where: { requestId }, orderBy: { at: 'asc' } })
      return rows.map((row) => ({ humanRef: row.humanRef, part: row.part, at: toMs(row.at) }))
    },
    async addPart(requestId, { humanRef, part, at }) {
      const key = { requestId, humanRef, part }
      await tx.requestPart.upsert({
        where: { requestId_humanRef_part: key },
        create: { id: randomUUID(), ...key, at: toDate(at) },
        update: {},
      })
    },
    async addApproval({ at, ...approval }) {
      await tx.approval.create({ data: { id: randomUUID(), ...approval, at: toDate(at) } })
    },
    async noteVerifiedIn(id, callId) {
      const row = await tx.request.findUniqueOrThrow({ where: { id }, select: { body: true } })
      const body: Body = { ...(JSON.parse(row.body) as Body), verifiedIn: callId }
      await tx.request.update({ where: { id }, data: { body: JSON.stringify(body) } })
    },
    async noteJurisdiction(id, jurisdiction) {
      const row = await tx.request.findUniqueOrThrow({ where: { id }, select: { body: true } })
      const body: Body = { ...(JSON.parse(row.body) as Body), jurisdiction }
      await tx.request.update({ where: { id }, data: { body: JSON.stringify(body) } })
    },
    async upholdObjection(id) {
      await tx.request.updateMany({ where: { id }, data: { objectionUpheld: true, recordsEndedAt: null } })
    },
    async supersedeApprovals(requestId, now) {
      await tx.approval.updateMany({ where: { requestId, supersededAt: null }, data: { supersededAt: toDate(now) } })
    },
    async addTold({ at, ...told }) {
      await tx.told.create({ data: { id: randomUUID(), ...told, at: toDate(at) } })
    },
    async holds(subjectId) {
      return (await tx.legalHold.findMany({ where: { subjectId }, orderBy: { placedAt: 'asc' } })).map(holdRecord)
    },
    async hold(holdRef) {
      const row = await tx.legalHold.findUnique({ where: { holdRef } })
      return row && holdRecord(row)
    },
    async standingHolds(limit) {
      const where = { liftedAt: null }
      const [rows, total] = [
        await tx.legalHold.findMany({ where, orderBy: [{ reviewOn: 'asc' }, { id: 'asc' }], take: limit }),
        await tx.legalHold.count({ where }),
      ]
      return { holds: rows.map(holdRecord), total }
    },
    async holdsLifted(since, limit) {
      const where = { liftedAt: { gte: toDate(since) } }
      return (await tx.legalHold.findMany({ where, orderBy: { liftedAt: 'desc' }, take: limit })).map(holdRecord)
    },
    async putReviewDate(id, { seen, reviewOn }) {
      const { count } = await tx.legalHold.updateMany({
        where: { id, liftedAt: null, reviewOn: toDate(seen) }, data: { reviewOn: toDate(reviewOn) },
      })
      return count === 1
    },
    async stripHold(id) {
      const data = { holdRef: `desk-${id}`, owner: 'supervisor', basis: 'other' }
      await tx.legalHold.updateMany({ where: { id, liftedAt: { not: null } }, data })
    },
    async putHold(hold, seen) {
      const data = {
        ...hold,
        placedAt: toDate(hold.placedAt),
        reviewOn: toDate(hold.reviewOn),
        liftedAt: toDateOrNull(hold.liftedAt),
      }
      const row = await tx.legalHold.findUnique({ where: { holdRef: hold.holdRef } })
      const before = seen === undefined ? row && holdRecord(row) : seen
      if (before === null) {
        await tx.legalHold.create({ data })
        return 'created'
      }
      if (JSON.stringify(before) === JSON.stringify(hold)) return 'unchanged'
      const { id, covers, basis, owner } = before
      const dates = { reviewOn: toDate(before.reviewOn), liftedAt: toDateOrNull(before.liftedAt) }
      const { count } = await tx.legalHold.updateMany({ where: { id, covers, basis, owner, ...dates }, data })
      if (count !== 1) throw conflict('stale')
      return 'changed'
    },
  }
}

/** The subjects and levels of the aggregate as rows, for look-ups from a person's side. */
async function syncSubjects(tx: Tx, request: Request): Promise<void> {
  for (const { subjectId, level } of request.subjects) {
    await tx.requestSubject.upsert({
      where: { requestId_subjectId: { requestId: request.id, subjectId } },
      create: { requestId: request.id, subjectId, level },
      update: { level },
    })
  }
}
