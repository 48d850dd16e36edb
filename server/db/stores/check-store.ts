import { z } from 'zod'
import { capacities, checkKinds } from '#domain/verification/caller-check.ts'
import { conflict } from '#usecases/errors.ts'
import type { CheckLine, CheckStore } from '#usecases/ports/check-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type CheckRow = NonNullable<Awaited<ReturnType<Tx['callerCheck']['findUnique']>>>

const Details = z.object({
  reference: z.string(),
  contact: z.object({ type: z.enum(['phone', 'email']), value: z.string() }),
  locale: z.string(),
})

const checkLine = ({ details: _sealed, ...row }: CheckRow): CheckLine => ({
  ...row,
  kind: z.enum(checkKinds).parse(row.kind),
  capacity: z.enum(capacities).nullable().parse(row.capacity),
  state: row.state as CheckLine['state'],
  askedAt: toMs(row.askedAt),
  opensAt: toMs(row.opensAt),
  checkedAt: toMsOrNull(row.checkedAt),
  objectedAt: toMsOrNull(row.objectedAt),
})

/** Claims of callers that a supervisor checks; what was stated is sealed under the subject's key and goes with it. */
export function checkStore({ tx, vault, subjectKeys }: DatabaseScope): CheckStore {
  return {
    async add({ reference, contact, locale, askedAt, opensAt, checkedAt, objectedAt, ...rest }) {
      const key = await subjectKeys.open(tx, rest.subjectId)
      const text = JSON.stringify({ reference, contact, locale })
      await tx.callerCheck.create({
        data: {
          ...rest,
          details: vault.sealText(key, 'caller_check', 'details', rest.id, text),
          askedAt: toDate(askedAt),
          opensAt: toDate(opensAt),
          checkedAt: toDateOrNull(checkedAt),
          objectedAt: toDateOrNull(objectedAt),
        },
      })
    },
    async get(id) {
      const row = await tx.callerCheck.findUnique({ where: { id } })
      if (row === null) return null
      const key = await subjectKeys.open(tx, row.subjectId)
      const text = vault.openText(key, 'caller_check', 'details', row.id, row.details)
      return { ...checkLine(row), ...Details.parse(JSON.parse(text)) }
    },
    async ofSubject(subjectId) {
      const rows = await tx.callerCheck.findMany({ where: { subjectId }, orderBy: { askedAt: 'desc' } })
      return rows.map(checkLine)
    },
    async waiting(limit) {
      const where = { state: { in: ['waiting', 'objected'] } }
      const [rows, total] = await Promise.all([
        tx.callerCheck.findMany({ where, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], take: limit }),
        tx.callerCheck.count({ where }),
      ])
      return { checks: rows.map(checkLine), total }
    },
    async save({ id, version, state, checkedBy, checkedAt, objectedAt }) {
      const { count } = await tx.callerCheck.updateMany({
        where: { id, version },
        data: {
          state, checkedBy, checkedAt: toDateOrNull(checkedAt), objectedAt: toDateOrNull(objectedAt),
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw conflict('stale')
    },
  }
}
