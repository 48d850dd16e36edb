import { randomUUID } from 'node:crypto'
import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import type { CollectionPlan } from '#domain/erasure/plan.ts'
import { conflict } from '#usecases/errors.ts'
import type { ErasureStore, PlanRecord, RecheckRecord, TaskRecord, TaskState } from '#usecases/ports/erasure-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type PlanRow = NonNullable<Awaited<ReturnType<Tx['plan']['findUnique']>>>
type TaskRow = NonNullable<Awaited<ReturnType<Tx['task']['findUnique']>>>

/** What stays was not told by reason and day in the first plans that were stored. */
function storedPlan(body: string): ErasurePlan {
  const plan = JSON.parse(body) as ErasurePlan
  const complete = (one: Partial<CollectionPlan>) => ({ staying: [], ...one }) as CollectionPlan
  return { ...plan, systems: plan.systems.map((one) => ({ ...one, collections: one.collections.map(complete) })) }
}

const planRecord = (row: PlanRow): PlanRecord => ({
  id: row.id,
  requestId: row.requestId,
  hash: row.hash,
  plan: storedPlan(row.body),
  computedAt: toMs(row.computedAt),
  frozenAt: toMsOrNull(row.frozenAt),
})

const taskRecord = (row: TaskRow): TaskRecord => ({
  ...row,
  state: row.state as TaskState,
  startedAt: toMsOrNull(row.startedAt),
  endedAt: toMsOrNull(row.endedAt),
})

/** Plans, tasks, re-checks, certificates, and what is sealed apart from the subject's key until its date. */
export function erasureStore({ tx, vault }: DatabaseScope): ErasureStore {
  const sealingKey = vault.houseKey('sealed')
  return {
    async latestPlan(requestId) {
      const row = await tx.plan.findFirst({ where: { requestId }, orderBy: { computedAt: 'desc' } })
      return row && planRecord(row)
    },
    async planAt(requestId, at) {
      const where = { requestId, computedAt: { lte: toDate(at) } }
      const row = await tx.plan.findFirst({ where, orderBy: { computedAt: 'desc' } })
      return row && planRecord(row)
    },
    async planWithHash(requestId, hash, at) {
      const where = { requestId, hash, computedAt: { lte: toDate(at) } }
      const row = await tx.plan.findFirst({ where, orderBy: { computedAt: 'desc' } })
      return row && planRecord(row)
    },
    async frozenPlan(requestId) {
      const row = await tx.plan.findFirst({ where: { requestId, frozenAt: { not: null } }, orderBy: { frozenAt: 'desc' } })
      return row && planRecord(row)
    },
    async addPlan({ plan, computedAt, ...rest }) {
      // Two plans of one millisecond must not leave it to chance which of them is the newest.
      const before = await tx.plan.findFirst({
        where: { requestId: rest.requestId }, orderBy: { computedAt: 'desc' }, select: { computedAt: true },
      })
      const at = before === null ? computedAt : Math.max(computedAt, toMs(before.computedAt) + 1)
      await tx.plan.create({ data: { ...rest, body: JSON.stringify(plan), computedAt: toDate(at) } })
    },
    async freezePlan(requestId, hash, now) {
      const newest = await tx.plan.findFirst({ where: { requestId, hash }, orderBy: { computedAt: 'desc' } })
      if (newest === null) throw conflict('plan_missing')
      await tx.plan.update({ where: { id: newest.id }, data: { frozenAt: toDate(now) } })
    },
    async tasks(requestId) {
      return (await tx.task.findMany({ where: { requestId }, orderBy: [{ system: 'asc' }, { step: 'asc' }] })).map(taskRecord)
    },
    async ensureTasks(requestId, systems, step) {
      for (const system of systems) {
        const key = { requestId, system, step }
        await tx.task.upsert({
          where: { requestId_system_step: key },
          create: { id: randomUUID(), ...key, state: 'planned', idempotencyKey: randomUUID() },
          update: {},
        })
      }
    },
    async saveTask({ id, version, startedAt, endedAt, ...task }) {
      const { count } = await tx.task.updateMany({
        where: { id, version },
        data: {
          state: task.state,
          found: task.found,
          deleted: task.deleted,
          masked: task.masked,
          kept: task.kept,
          attempts: task.attempts,
          fault: task.fault,
          startedAt: toDateOrNull(startedAt),
          endedAt: toDateOrNull(endedAt),
          evidence: task.evidence,
          proposedBy: task.proposedBy,
          confirmedBy: task.confirmedBy,
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw conflict('stale')
    },
    async moveTasks(requestId, from, to) {
      const { count } = await tx.task.updateMany({
        where: { requestId, state: { in: [...from] } },
        data: { state: to, version: { increment: 1 } },
      })
      return count
    },
    async addRecheck({ at, leftovers, ...rest }) {
      await tx.recheck.create({
        data: { id: randomUUID(), ...rest, at: toDate(at), leftovers: JSON.stringify(leftovers) },
      })
    },
    async rechecks(requestId) {
      const rows = await tx.recheck.findMany({ where: { requestId }, orderBy: [{ at: 'asc' }, { system: 'asc' }] })
      return rows.map(({ requestId: id, system, round, at, clean, leftovers }) => ({
        requestId: id,
        system,
        round,
        at: toMs(at),
        clean,
        leftovers: JSON.parse(leftovers) as RecheckRecord['leftovers'],
      }))
    },
    async addCertificate({ body, signature, receiptSha256, issuedAt, ...rest }) {
      await tx.certificate.create({
        data: {
          ...rest,
          body: new Uint8Array(body),
          signature: new Uint8Array(signature),
          receiptSha256: new Uint8Array(receiptSha256),
          issuedAt: toDate(issuedAt),
        },
      })
    },
    async certificates(requestId) {
      const rows = await tx.certificate.findMany({ where: { requestId }, orderBy: { issuedAt: 'asc' } })
      return rows.map((row) => ({ ...row, issuedAt: toMs(row.issuedAt) }))
    },
    async certificateByReceipt(sha256) {
      const row = await tx.certificate.findUnique({ where: { receiptSha256: new Uint8Array(sha256) } })
      return row && { ...row, issuedAt: toMs(row.issuedAt) }
    },
    async seal({ requestId, kind, system, text, expiresAt }) {
      await tx.sealed.deleteMany({ where: { requestId, kind, system } })
      const id = randomUUID()
      const ciphertext = vault.sealText(sealingKey, 'sealed', kind, id, text)
      await tx.sealed.create({ data: { id, requestId, kind, system, ciphertext, expiresAt: toDate(expiresAt) } })
    },
    async sealed(requestId, kind, system) {
      const row = await tx.sealed.findFirst({ where: { requestId, kind, system } })
      return row && vault.openText(sealingKey, 'sealed', kind, row.id, row.ciphertext)
    },
    async endSealedAt(requestId, at) {
      const where = { requestId, kind: { in: ['contact', 'words', 'answer'] } }
      await tx.sealed.updateMany({ where, data: { expiresAt: toDate(at) } })
    },
    async endSealedOf(requestId, kind) {
      await tx.sealed.deleteMany({ where: { requestId, kind } })
    },
    async endSealed(now) {
      return (await tx.sealed.deleteMany({ where: { expiresAt: { lte: toDate(now) } } })).count
    },
  }
}
