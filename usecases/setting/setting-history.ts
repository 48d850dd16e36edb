import { decodeEntry } from '#domain/audit/entry.ts'
import { logActors } from '../log/log-actors.ts'
import type { Store } from '../ports/store.ts'
import type { SettingChangeView } from '../views/settings.ts'

/** How many changes are looked back over, of all settings together. */
const lookedBack = 500

/** Who changed which setting when, from what to what, newest first: as the log tells it, which nobody edits. */
export async function settingHistory(store: Store): Promise<Map<string, SettingChangeView[]>> {
  const scan = { from: null, before: null, what: 'setting.changed', actorIds: null, outcome: 'ok', caseCode: null } as const
  const entries = await store.log.beside(scan, null, 'older', lookedBack)
  const history = new Map<string, SettingChangeView[]>()
  if (entries.length === 0) return history
  const actors = await logActors(store)
  for (const { at, bytes } of entries) {
    const entry = decodeEntry(bytes)
    const { label } = actors.show(entry)
    const { setting, from, to } = entry.data
    if (typeof setting !== 'string') continue
    const change = { at, by: label ?? entry.actor.type, from: String(from), to: String(to) }
    history.set(setting, [...(history.get(setting) ?? []), change])
  }
  return history
}
