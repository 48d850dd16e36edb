import type { SystemCheck, SystemRecord, SystemStore } from '#usecases/ports/system-store.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toMs } from '../time.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['system']['findUnique']>>>

/** Connected systems. Their addresses are sealed under a key of the house: they may carry a password. */
export function systemStore({ tx, vault }: DatabaseScope): SystemStore {
  const key = vault.houseKey('system-url')
  const record = (row: Row): SystemRecord => ({
    id: row.id,
    name: row.name,
    role: row.role as SystemRecord['role'],
    kind: row.kind as SystemRecord['kind'],
    url: vault.openText(key, 'system', 'url', row.id, row.url),
    dataset: row.dataset,
    policy: row.policy,
    usualHours: row.usualHours,
    contact: row.contact,
    addedAt: toMs(row.addedAt),
    version: row.version,
    lastCheck: row.lastCheck === null ? null : (JSON.parse(row.lastCheck) as SystemCheck),
  })
  return {
    async list() {
      return (await tx.system.findMany({ where: { removedAt: null }, orderBy: { name: 'asc' } })).map(record)
    },
    async byName(name) {
      const row = await tx.system.findUnique({ where: { name } })
      return row === null || row.removedAt !== null ? null : record(row)
    },
    async add({ id, name, role, kind, url, dataset, policy, usualHours, addedAt }, addedBy) {
      await tx.system.create({
        data: {
          id, name, role, kind, dataset, policy, usualHours,
          url: vault.sealText(key, 'system', 'url', id, url),
          addedAt: toDate(addedAt),
          addedBy,
        },
      })
    },
    async keepCheck(name, check) {
      await tx.system.updateMany({ where: { name }, data: { lastCheck: JSON.stringify(check) } })
    },
  }
}
