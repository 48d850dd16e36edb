import { randomUUID } from 'node:crypto'
import { conflict } from '#usecases/errors.ts'
import type { HandOverStore, OfferRecord } from '#usecases/ports/hand-over-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs } from '../time.ts'

type OfferRow = NonNullable<Awaited<ReturnType<Tx['callOffer']['findUnique']>>>

const offerRecord = ({ offeredAt, ...row }: OfferRow): OfferRecord => ({ ...row, offeredAt: toMs(offeredAt) })

/** Calls on their way from one agent to another, and interpreters in them. */
export function handOverStore(tx: Tx): HandOverStore {
  const interpreter = (callId: string) => ({ callId, role: 'interpreter' })
  return {
    async offer(callId) {
      const row = await tx.callOffer.findUnique({ where: { callId } })
      return row && offerRecord(row)
    },
    async waitingFor(humanRef, since) {
      const rows = await tx.callOffer.findMany({
        where: {
          offeredAt: { gt: toDate(since) },
          offeredBy: { not: humanRef },
          OR: [{ offeredTo: null }, { offeredTo: humanRef }],
        },
        orderBy: { offeredAt: 'asc' },
        take: 20,
      })
      return rows.map(offerRecord)
    },
    async putOffer({ callId, offeredAt, ...offer }) {
      const data = { ...offer, offeredAt: toDate(offeredAt) }
      await tx.callOffer.upsert({ where: { callId }, create: { callId, ...data }, update: data })
    },
    async endOffer(callId) {
      return (await tx.callOffer.deleteMany({ where: { callId } })).count === 1
    },
    async giveCall({ id, version }, to) {
      const { count } = await tx.call.updateMany({
        where: { id, version, wrappedUpAt: null, endedAt: null },
        data: { staffId: to.id, humanRef: to.humanRef, sessionId: to.sessionId, version: { increment: 1 } },
      })
      if (count !== 1) throw conflict('stale', { call: id })
    },
    async hasInterpreter(callId) {
      return (await tx.callParty.count({ where: interpreter(callId) })) > 0
    },
    async addInterpreter(callId, now) {
      await tx.callParty.create({ data: { id: randomUUID(), ...interpreter(callId), addedAt: toDate(now) } })
    },
    async removeInterpreter(callId) {
      return (await tx.callParty.deleteMany({ where: interpreter(callId) })).count > 0
    },
  }
}
