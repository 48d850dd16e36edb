import { levelForWithdrawal } from '#domain/request/assurance-needed.ts'
import { isOptional, purposesOf } from '#domain/service/optional-purposes.ts'
import type { Store } from '../ports/store.ts'
import { purposeTitle } from '../present/service-ref.ts'
import type { OptOutView } from '../views/desk.ts'

/** Every purpose that a caller can say no to, and what opens the others. By what is configured: nobody is looked at. */
export async function optOutsOf(store: Store): Promise<OptOutView[]> {
  const services = await store.consents.services()
  const views = purposesOf(services).map((key): OptOutView => ({
    purpose: { key, title: purposeTitle(key) },
    lock: isOptional(key, services) ? null : { key: 'needs_level', params: { level: levelForWithdrawal } },
  }))
  return views.toSorted((a, b) => Number(a.lock !== null) - Number(b.lock !== null))
}
