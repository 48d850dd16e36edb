import type { ClientRecord, ClientStore } from '#usecases/ports/client-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type ClientRow = NonNullable<Awaited<ReturnType<Tx['apiClient']['findUnique']>>>

const clientRecord = (row: ClientRow): ClientRecord => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes.split(' ').filter(Boolean),
  ratePerMinute: row.ratePerMinute,
  maxAssurance: row.maxAssurance,
  createdAt: toMs(row.createdAt),
  createdBy: row.createdBy,
  revokedAt: toMsOrNull(row.revokedAt),
  lastUsedAt: toMsOrNull(row.lastUsedAt),
})

/** Machine clients. */
export function clientStore(tx: Tx): ClientStore {
  return {
    async byId(id) {
      const row = await tx.apiClient.findUnique({ where: { id } })
      return row && clientRecord(row)
    },
    async byName(name) {
      const row = await tx.apiClient.findUnique({ where: { name } })
      return row && clientRecord(row)
    },
    async list() {
      return (await tx.apiClient.findMany({ orderBy: { name: 'asc' } })).map(clientRecord)
    },
    async add({ scopes, createdAt, revokedAt, lastUsedAt, secretSha256, ...client }) {
      await tx.apiClient.create({
        data: {
          ...client,
          secretSha256: new Uint8Array(secretSha256),
          scopes: scopes.join(' '),
          createdAt: toDate(createdAt),
          revokedAt: toDateOrNull(revokedAt),
          lastUsedAt: toDateOrNull(lastUsedAt),
        },
      })
    },
    async revoke(id, now) {
      const { count } = await tx.apiClient.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: toDate(now) },
      })
      return count === 1
    },
  }
}
