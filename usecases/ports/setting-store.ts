import type { Settings } from '#domain/settings/settings.ts'
import type { LawRow } from '#domain/law/law-row.ts'

export interface SettingStore {
  /** All **[C]** settings: defaults, overlaid with what was changed. */
  all(): Promise<Settings>
  changes(): Promise<readonly { key: string; value: string; at: number; by: string }[]>
  set(key: string, value: string, now: number, by: string): Promise<void>
  /** The law table in force: the starting table, overlaid with dated decisions; and its version. */
  lawTable(): Promise<{ rows: readonly LawRow[]; version: string }>
  /** The table as it was under a version that a request keeps; the one in force where that can not be made again. */
  lawTableOf(version: string): Promise<readonly LawRow[]>
  /** `reason`: why, in words, where it was asked for. */
  addLawRow(row: LawRow, now: number, by: string, reason?: string): Promise<void>
  /** Every row as it was recorded, in that order. */
  lawHistory(): Promise<readonly { row: LawRow; at: number; by: string; reason: string | null }[]>
  lawChanges(): Promise<readonly { jurisdiction: string; at: number; by: string }[]>
  /** Dated working-day overrides. */
  workingDayOverrides(): Promise<readonly { jurisdiction: string; date: string; working: boolean }[]>
  /** Null: as the calendar says. */
  setWorkingDay(jurisdiction: string, date: string, working: boolean | null): Promise<void>
  meta(key: string): Promise<string | null>
  setMeta(key: string, value: string): Promise<void>
}
