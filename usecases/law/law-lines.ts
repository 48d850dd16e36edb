import { currentRows } from '#domain/law/law-table.ts'
import type { SettingStore } from '../ports/setting-store.ts'
import type { LawLineView } from '../views/settings.ts'

/** What each law of each place says about a mark, in the table's order, and who decided it last. */
export async function lawLines(settings: SettingStore, now: number): Promise<LawLineView[]> {
  const rows = currentRows((await settings.lawTable()).rows, now)
  const changes = new Map((await settings.lawChanges()).map((change) => [change.jurisdiction, change]))
  const listed = new Set<string>()
  return rows.flatMap((row) => {
    // A law with several deadlines has several rows, and one say about marks.
    const place = `${row.jurisdiction} ${row.law}`
    if (row.mark === undefined || listed.has(place)) return []
    listed.add(place)
    const change = changes.get(row.jurisdiction)
    return [
      {
        jurisdiction: row.jurisdiction,
        law: row.law,
        mark: row.mark,
        citation: row.citation,
        validFrom: row.validFrom,
        changed: change === undefined ? null : { at: change.at, by: change.by },
      },
    ]
  })
}
