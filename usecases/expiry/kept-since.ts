import type { Store } from '../ports/store.ts'

/**
 * From when on calls, notes and ended cases are kept (domain book §6, `keep_months`), and with a call what was found in
 * it: a finding about a call that nobody can look at any more is only a mark on somebody's name. Epoch ms.
 */
export const keptSince = async (store: Pick<Store, 'settings'>, now: number): Promise<number> =>
  monthsAfter(now, -(await store.settings.all()).keep_months)

/** When what is written of a call today ends. Epoch ms. */
export const keptUntil = async (store: Pick<Store, 'settings'>, now: number): Promise<number> =>
  monthsAfter(now, (await store.settings.all()).keep_months)

function monthsAfter(at: number, months: number): number {
  const day = new Date(at)
  day.setUTCMonth(day.getUTCMonth() + months)
  return day.getTime()
}
