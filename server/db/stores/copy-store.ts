import type { CopyLinkRecord, CopyStore } from '#usecases/ports/copy-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['copyLink']['findUnique']>>>

const record = (row: Row): CopyLinkRecord => ({
  ...row,
  madeAt: toMs(row.madeAt),
  openedAt: toMsOrNull(row.openedAt),
  handedAt: toMsOrNull(row.handedAt),
})

/** Links by which copies are fetched: hashes of their secrets, and when they were used. */
export function copyStore(tx: Tx): CopyStore {
  return {
    async add({ tokenSha256, madeAt, openedAt, handedAt, ...rest }) {
      await tx.copyLink.create({
        data: {
          ...rest,
          tokenSha256: new Uint8Array(tokenSha256),
          madeAt: toDate(madeAt),
          openedAt: toDateOrNull(openedAt),
          handedAt: toDateOrNull(handedAt),
        },
      })
    },
    async byToken(tokenSha256) {
      const row = await tx.copyLink.findUnique({ where: { tokenSha256: new Uint8Array(tokenSha256) } })
      return row && record(row)
    },
    async ofRequest(requestId) {
      const rows = await tx.copyLink.findMany({ where: { requestId }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }] })
      return rows.map(record)
    },
    async open(id, now) {
      const { count } = await tx.copyLink.updateMany({ where: { id, openedAt: null }, data: { openedAt: toDate(now) } })
      return count === 1
    },
    async noteHanded(id, now) {
      await tx.copyLink.update({ where: { id }, data: { handedAt: toDate(now) } })
    },
  }
}
