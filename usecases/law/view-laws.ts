import { z } from 'zod'
import { zoneOf } from '#domain/law/jurisdiction.ts'
import type { LawRow } from '#domain/law/law-row.ts'
import { currentRows, startingLawTable } from '#domain/law/law-table.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { query } from '../query.ts'
import type { LawRoomView, LawVersionView } from '../views/laws.ts'
import { lawLines } from './law-lines.ts'

/** The law table as it is in force, every row with all that it says and with its versions; and days that were set. */
export const viewLaws = query({
  name: 'law.view',
  permission: 'law.list',
  input: z.object({}),
  async run({ now, store }): Promise<LawRoomView> {
    const { settings } = store
    const [{ rows: table }, recorded, days] = await Promise.all([
      settings.lawTable(), settings.lawHistory(), settings.workingDayOverrides(),
    ])
    const rows = currentRows(table, now)
    return {
      now,
      rows,
      versions: Object.fromEntries(rows.map((row) => [row.id, versionsOf(row, recorded)])),
      marks: await lawLines(settings, now),
      days: days
        .filter((day) => day.date >= localDateOf(now, zoneOf(day.jurisdiction)))
        .toSorted((a, b) => (a.date + a.jurisdiction < b.date + b.jurisdiction ? -1 : 1))
        .map((day) => ({ ...day })),
    }
  },
})

/** What was recorded of a row, the newest first, and what it said when it came with the product. */
function versionsOf(
  { id }: LawRow,
  recorded: readonly { row: LawRow; at: number; by: string; reason: string | null }[],
): LawVersionView[] {
  const shipped = startingLawTable.find((row) => row.id === id)
  return [
    ...(shipped === undefined ? [] : [{ row: shipped, at: null, by: null, reason: null }]),
    ...recorded.filter(({ row }) => row.id === id),
  ].toReversed()
}
