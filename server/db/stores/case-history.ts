import { decodeEntry } from '#domain/audit/entry.ts'
import type { HistoryLine } from '#usecases/ports/request-store.ts'
import type { Tx } from '../client.ts'
import { toMs } from '../time.ts'

/** A case with more entries than this is read in the log, page by page. */
const mostLines = 500

/** The entries of one case, oldest first, with the name of whoever acted. */
export async function caseHistory(tx: Tx, caseCode: string): Promise<HistoryLine[]> {
  const entries = await tx.auditEntry.findMany({ where: { caseCode }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: mostLines })
  const ids = entries.map((entry) => entry.id)
  const [leaves, staff, clients] = await Promise.all([
    tx.auditLeaf.findMany({ where: { entryId: { in: ids } } }),
    tx.staff.findMany({ where: { id: { in: actorIds(entries, 'staff') } }, select: { id: true, humanRef: true } }),
    tx.apiClient.findMany({ where: { id: { in: actorIds(entries, 'client') } }, select: { id: true, name: true } }),
  ])
  const seq = new Map(leaves.map((leaf) => [leaf.entryId, leaf.seq]))
  const names = new Map([
    ...staff.map((one) => [one.id, one.humanRef] as const),
    ...clients.map((one) => [one.id, one.name] as const),
  ])
  const lines = entries.map((entry): HistoryLine => ({
    seq: seq.get(entry.id) ?? null,
    at: toMs(entry.at),
    what: entry.what,
    params: flat(decodeEntry(entry.bytes).data),
    outcome: entry.outcome as HistoryLine['outcome'],
    actor: names.get(entry.actorId) ?? null,
  }))
  // Entries of one moment stand in the order of their leaves, which is the order that was sealed.
  return lines.toSorted((a, b) => a.at - b.at || (a.seq ?? Infinity) - (b.seq ?? Infinity))
}

const actorIds = (entries: readonly { actorType: string; actorId: string }[], type: string): string[] => [
  ...new Set(entries.filter((entry) => entry.actorType === type).map((entry) => entry.actorId)),
]

/** The plain values of an entry's data: what a sentence can be filled with. */
function flat(data: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name, value] as const]
        : typeof value === 'boolean'
          ? [[name, value ? 'yes' : 'no'] as const]
          : [],
    ),
  )
}
