import { randomUUID } from 'node:crypto'
import { parseLawRow, type LawRow } from '#domain/law/law-row.ts'
import { lawVersion, startingLawTable, withFallbackMonths, withLawRows } from '#domain/law/law-table.ts'
import { settingsFrom } from '#domain/settings/settings.ts'
import type { SettingStore } from '#usecases/ports/setting-store.ts'
import type { Tx } from '../client.ts'
import { toDate, toMs } from '../time.ts'

/** **[C]** settings, the law table and installation facts. */
export function settingStore(tx: Tx): SettingStore {
  return {
    async all() {
      return settingsFrom(await tx.setting.findMany())
    },
    async changes() {
      const rows = await tx.setting.findMany()
      return rows.map((row) => ({ key: row.key, value: row.value, at: toMs(row.changedAt), by: row.changedBy }))
    },
    async set(key, value, now, by) {
      const data = { value, changedAt: toDate(now), changedBy: by }
      await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
    },
    async lawTable() {
      const [rows, settings] = await Promise.all([
        tx.lawRow.findMany({ orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] }),
        this.all(),
      ])
      const decided = withLawRows(startingLawTable, rows.map((row) => parseLawRow(JSON.parse(row.body))))
      const table = withFallbackMonths(decided, settings.fallback_answer_months)
      return { rows: table, version: lawVersion(table) }
    },
    async addLawRow(row: LawRow, now, by) {
      await tx.lawRow.create({
        data: {
          id: randomUUID(),
          jurisdiction: row.jurisdiction,
          body: JSON.stringify(row),
          validFrom: new Date(row.validFrom),
          validTo: row.validTo === undefined ? null : new Date(row.validTo),
          recordedAt: toDate(now),
          recordedBy: by,
        },
      })
    },
    async lawChanges() {
      const rows = await tx.lawRow.findMany({ orderBy: { recordedAt: 'asc' } })
      return rows.map((row) => ({ jurisdiction: row.jurisdiction, at: toMs(row.recordedAt), by: row.recordedBy }))
    },
    async workingDayOverrides() {
      const rows = await tx.workingDayOverride.findMany()
      return rows.map((row) => ({ jurisdiction: row.jurisdiction, date: row.day, working: row.working }))
    },
    async meta(key) {
      return (await tx.meta.findUnique({ where: { key } }))?.value ?? null
    },
    async setMeta(key, value) {
      await tx.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
    },
  }
}
