import type { ScriptId } from '#domain/script/script.ts'
import type { ReadingLinkRecord, ReadingStore } from '#usecases/ports/reading-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['readingLink']['findUnique']>>>

const record = (row: Row): ReadingLinkRecord => ({
  ...row,
  scriptId: row.scriptId as ScriptId,
  services: JSON.parse(row.services) as string[],
  writtenAt: toMs(row.writtenAt),
  expiresAt: toMs(row.expiresAt),
  openedAt: toMsOrNull(row.openedAt),
})

/** Links by which a consequence is read: hashes of their secrets, and what was told as ids. */
export function readingStore(tx: Tx): ReadingStore {
  return {
    async add({ tokenSha256, services, writtenAt, expiresAt, openedAt, ...rest }) {
      await tx.readingLink.create({
        data: {
          ...rest,
          tokenSha256: new Uint8Array(tokenSha256),
          services: JSON.stringify(services),
          writtenAt: toDate(writtenAt),
          expiresAt: toDate(expiresAt),
          openedAt: toDateOrNull(openedAt),
        },
      })
    },
    async get(id) {
      const row = await tx.readingLink.findUnique({ where: { id } })
      return row && record(row)
    },
    async ofRequest(requestId) {
      const row = await tx.readingLink.findFirst({ where: { requestId }, orderBy: [{ writtenAt: 'desc' }, { id: 'asc' }] })
      return row && record(row)
    },
    async byToken(tokenSha256) {
      const row = await tx.readingLink.findUnique({ where: { tokenSha256: new Uint8Array(tokenSha256) } })
      return row && record(row)
    },
    async open(id, now) {
      const { count } = await tx.readingLink.updateMany({
        where: { id, openedAt: null },
        data: { openedAt: toDate(now) },
      })
      return count === 1
    },
  }
}
