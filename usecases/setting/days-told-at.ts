import { settingMs } from '#domain/settings/settings.ts'
import type { Store } from '../ports/store.ts'
import { settingHistory } from './setting-history.ts'

const dayMs = 86_400_000

/** How many days to change one's mind the setting gave at a moment: as the log tells it, where it changed since. */
export async function daysToldAt(store: Store, at: number): Promise<number> {
  const now = Math.round(settingMs(await store.settings.all(), 'cooling_off_days') / dayMs)
  const changed = (await store.settings.changes()).find(({ key }) => key === 'cooling_off_days')
  if (changed === undefined || changed.at <= at) return now
  const since = ((await settingHistory(store)).get('cooling_off_days') ?? []).filter((change) => change.at > at)
  const days = Number(since.at(-1)?.from)
  return Number.isInteger(days) ? days : now
}
