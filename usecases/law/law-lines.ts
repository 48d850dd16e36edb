import type { SettingStore } from '../ports/setting-store.ts'
import type { LawLineView } from '../views/settings.ts'

/** The rows of the law table that speak of marks, in the table's order, and who decided them last. */
export async function lawLines(settings: SettingStore): Promise<LawLineView[]> {
  const { rows } = await settings.lawTable()
  const changes = new Map((await settings.lawChanges()).map((change) => [change.jurisdiction, change]))
  return rows.flatMap((row) => {
    if (row.mark === undefined) return []
    const change = changes.get(row.jurisdiction)
    return [
      {
        jurisdiction: row.jurisdiction,
        law: row.law,
        mark: row.mark,
        citation: row.citation,
        changed: change === undefined ? null : { at: change.at, by: change.by },
      },
    ]
  })
}
