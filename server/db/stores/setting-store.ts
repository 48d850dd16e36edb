import { randomUUID } from 'node:crypto'
import { parseLawRow, type LawRow } from '#domain/law/law-row.ts'
import { lawVersion, startingLawTable, withFallbackMonths, withLawRows } from '#domain/law/law-table.ts'
import { settingDefinitions, settingsFrom } from '#domain/settings/settings.ts'
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
      const [recorded, settings] = await Promise.all([this.lawHistory(), this.all()])
      const decided = withLawRows(startingLawTable, recorded.map(({ row }) => row))
      const table = withFallbackMonths(decided, settings.fallback_answer_months)
      return { rows: table, version: lawVersion(table) }
    },
    async lawTableOf(version) {
      const now = await this.lawTable()
      if (now.version === version) return now.rows
      const known = tables.get(version)
      if (known !== undefined) return known
      const made = tableOf(version, await this.lawHistory(), (await this.all()).fallback_answer_months)
      if (made !== null && tables.size < mostTables) tables.set(version, made)
      return made ?? now.rows
    },
    async lawHistory() {
      const rows = await tx.lawRow.findMany({ orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] })
      return rows.map(({ body, recordedAt, recordedBy, reason }) => ({
        row: parseLawRow(JSON.parse(body)), at: toMs(recordedAt), by: recordedBy, reason,
      }))
    },
    async addLawRow(row: LawRow, now, by, reason) {
      await tx.lawRow.create({
        data: {
          id: randomUUID(),
          jurisdiction: row.jurisdiction,
          body: JSON.stringify(row),
          validFrom: new Date(row.validFrom),
          validTo: row.validTo === undefined ? null : new Date(row.validTo),
          recordedAt: toDate(now),
          recordedBy: by,
          reason: reason ?? null,
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
    async setWorkingDay(jurisdiction, date, working) {
      if (working === null) {
        await tx.workingDayOverride.deleteMany({ where: { jurisdiction, day: date } })
        return
      }
      const where = { jurisdiction_day: { jurisdiction, day: date } }
      await tx.workingDayOverride.upsert({ where, create: { jurisdiction, day: date, working }, update: { working } })
    },
    async meta(key) {
      return (await tx.meta.findUnique({ where: { key } }))?.value ?? null
    },
    async setMeta(key, value) {
      await tx.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
    },
  }
}

/**
 * The table that a version names, made again from what was recorded until then; the length of the fallback, which is a
 * setting, is tried out. Null where the product's own rows have changed since.
 */
function tableOf(
  version: string,
  recorded: readonly { row: LawRow; at: number }[],
  months: number,
): readonly LawRow[] | null {
  const { min, max } = settingDefinitions.fallback_answer_months
  const others = Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const until = [...new Set([0, ...recorded.map((one) => one.at)])]
    .toReversed()
    .map((at) => withLawRows(startingLawTable, recorded.filter((one) => one.at <= at).map(({ row }) => row)))
  for (const amount of new Set([months, ...others])) {
    const found = until.map((table) => withFallbackMonths(table, amount)).find((table) => lawVersion(table) === version)
    if (found !== undefined) return found
  }
  return null
}

/** Tables of earlier versions by their names, which say all that is in them: made once in the life of the process. */
const tables = new Map<string, readonly LawRow[]>()
const mostTables = 200
