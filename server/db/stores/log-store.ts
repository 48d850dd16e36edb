import type { LoggedEntry, LogScan, LogStore } from '#usecases/ports/log-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs } from '../time.ts'

type EntryRow = { id: string; at: Date; bytes: Uint8Array }

const columns = { id: true, at: true, bytes: true } as const

const inPeriod = (from: number | null, before: number | null) => ({
  ...(from === null ? {} : { gte: toDate(from) }),
  ...(before === null ? {} : { lt: toDate(before) }),
})

const matching = (scan: LogScan) => ({
  at: inPeriod(scan.from, scan.before),
  ...(scan.what === null ? {} : { what: scan.what }),
  ...(scan.actorIds === null ? {} : { actorId: { in: [...scan.actorIds] } }),
  ...(scan.outcome === null ? {} : { outcome: scan.outcome }),
  ...(scan.caseCode === null ? {} : { caseCode: scan.caseCode }),
})

/** The audit log, for reading. */
export function logStore(tx: Tx): LogStore {
  /** Entries know nothing of their leaves: those are written later, and entries never change. */
  async function withLeaves(rows: readonly EntryRow[]): Promise<LoggedEntry[]> {
    const leaves = await tx.auditLeaf.findMany({ where: { entryId: { in: rows.map((row) => row.id) } } })
    const leafOf = new Map(leaves.map((leaf) => [leaf.entryId, leaf]))
    return rows.map((row) => ({
      id: row.id,
      at: toMs(row.at),
      bytes: row.bytes,
      seq: leafOf.get(row.id)?.seq ?? null,
      hash: leafOf.get(row.id)?.hash ?? null,
    }))
  }

  return {
    async beside(scan, place, side, limit) {
      const past = side === 'older' ? 'lt' : 'gt'
      const order = side === 'older' ? 'desc' : 'asc'
      const beyond = place === null
        ? []
        : [{ OR: [{ at: { [past]: toDate(place.at) } }, { at: toDate(place.at), id: { [past]: place.id } }] }]
      const rows = await tx.auditEntry.findMany({
        where: { AND: [matching(scan), ...beyond] },
        orderBy: [{ at: order }, { id: order }],
        take: limit,
        select: columns,
      })
      return withLeaves(rows)
    },

    async counts(from, before) {
      const groups = await tx.auditEntry.groupBy({ by: ['outcome'], where: { at: inPeriod(from, before) }, _count: true })
      const of = (outcome: string) => groups.find((group) => group.outcome === outcome)?._count ?? 0
      return { entries: of('ok') + of('denied') + of('failed'), denied: of('denied'), failed: of('failed') }
    },

    async deletions(from, before) {
      const where = { kind: 'deletion', openedAt: inPeriod(from, before) }
      const groups = await tx.request.groupBy({ by: ['state'], where, _count: true })
      const of = (state: string) => groups.find((group) => group.state === state)?._count ?? 0
      const asked = groups.reduce((sum, group) => sum + group._count, 0)
      const [done, refused, cancelled] = [of('completed'), of('rejected'), of('cancelled')]
      return { asked, done, refused, cancelled, open: asked - done - refused - cancelled }
    },

    async bySeq(seq) {
      const leaf = await tx.auditLeaf.findUnique({ where: { seq } })
      if (leaf === null) return null
      const rows = await tx.auditEntry.findMany({ where: { id: leaf.entryId }, select: columns })
      return (await withLeaves(rows))[0] ?? null
    },

    async ofCase(caseCode, limit) {
      const rows = await tx.auditEntry.findMany({
        where: { caseCode },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
        select: columns,
      })
      return withLeaves(rows.toReversed())
    },

    async callEndedAt(callId) {
      const where = { callId, what: 'call.records_ended', outcome: 'ok' }
      const row = await tx.auditEntry.findFirst({ where, orderBy: { at: 'desc' }, select: { at: true } })
      return row === null ? null : toMs(row.at)
    },

    async saltedNames(entryId) {
      const rows = await tx.auditSalt.findMany({ where: { entryId }, select: { name: true } })
      return rows.map((row) => row.name)
    },

    async tail() {
      const { _max } = await tx.auditLeaf.aggregate({ _max: { seq: true } })
      return { numberedTo: _max.seq, waiting: await tx.auditUnsealed.count() }
    },
  }
}
