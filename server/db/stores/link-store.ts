import type { LinkStore, OneTimeLinkRecord } from '#usecases/ports/link-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['oneTimeLink']['findUnique']>>>

const record = (row: Row): OneTimeLinkRecord => ({
  ...row,
  outcome: row.outcome as OneTimeLinkRecord['outcome'],
  sentAt: toMs(row.sentAt),
  expiresAt: toMs(row.expiresAt),
  endedAt: toMsOrNull(row.endedAt),
})

/** Links by which somebody says that it is them: hashes of their secrets, and how each ended. */
export function linkStore(tx: Tx): LinkStore {
  return {
    async add({ tokenSha256, sentAt, expiresAt, endedAt, ...rest }) {
      await tx.oneTimeLink.create({
        data: {
          ...rest,
          tokenSha256: new Uint8Array(tokenSha256),
          sentAt: toDate(sentAt),
          expiresAt: toDate(expiresAt),
          endedAt: toDateOrNull(endedAt),
        },
      })
    },
    async get(id) {
      const row = await tx.oneTimeLink.findUnique({ where: { id } })
      return row && record(row)
    },
    async byToken(tokenSha256) {
      const row = await tx.oneTimeLink.findUnique({ where: { tokenSha256: new Uint8Array(tokenSha256) } })
      return row && record(row)
    },
    async ofVerification(verificationId) {
      const row = await tx.oneTimeLink.findFirst({ where: { verificationId } })
      return row && record(row)
    },
    async ofRequest(requestId) {
      const rows = await tx.oneTimeLink.findMany({ where: { requestId }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }] })
      return rows.map(record)
    },
    sentTo: (identifierId, since) => tx.oneTimeLink.count({ where: { identifierId, sentAt: { gt: toDate(since) } } }),
    async end(id, outcome, now) {
      const { count } = await tx.oneTimeLink.updateMany({
        where: { id, outcome: 'pending' },
        data: { outcome, endedAt: toDate(now) },
      })
      return count === 1
    },
  }
}
