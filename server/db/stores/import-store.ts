import type { ImportKind } from '#usecases/import/import-kind.ts'
import type { ImportRunRecord, ImportStore } from '#usecases/ports/import-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs, toMsOrNull } from '../time.ts'

type RunRow = NonNullable<Awaited<ReturnType<Tx['importRun']['findUnique']>>>

const runRecord = (row: RunRow): ImportRunRecord => ({
  ...row,
  kind: row.kind as ImportKind,
  startedAt: toMs(row.startedAt),
  endedAt: toMsOrNull(row.endedAt),
})

const fromTheStart = { rowsDone: 0, accepted: 0, partial: 0, unchanged: 0, rejected: 0, endedAt: null }

/** Imports, begun and ended. Their batches are written by server/import, raw. */
export function importStore(tx: Tx): ImportStore {
  return {
    async run(kind, fileSha256) {
      const row = await tx.importRun.findUnique({ where: { kind_fileSha256: { kind, fileSha256 } } })
      return row && runRecord(row)
    },
    async byId(id) {
      const row = await tx.importRun.findUnique({ where: { id } })
      return row && runRecord(row)
    },
    async restart({ id, kind, fileSha256 }, now) {
      const data = { ...fromTheStart, startedAt: toDate(now) }
      return runRecord(
        await tx.importRun.upsert({
          where: { kind_fileSha256: { kind, fileSha256 } },
          create: { id, kind, fileSha256, ...data },
          update: data,
        }),
      )
    },
    async finish(id, now) {
      await tx.importRun.update({ where: { id }, data: { endedAt: toDate(now) } })
    },
  }
}
