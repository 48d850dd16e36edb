import type { Store } from '../ports/store.ts'

/**
 * From when on calls, notes and ended cases are kept (domain book §6, `keep_months`), and with a call what was found in
 * it: a finding about a call that nobody can look at any more is only a mark on somebody's name. Epoch ms.
 */
export async function keptSince(store: Pick<Store, 'settings'>, now: number): Promise<number> {
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - (await store.settings.all()).keep_months)
  return since.getTime()
}
