import type { DeciderFact } from '#domain/request/facts.ts'
import type { Store } from '../ports/store.ts'

/** Everyone with the right to decide; one human once, whichever of their log-ins has it. */
export async function deciders(store: Store, waitMs: number): Promise<{ human: string; decider: DeciderFact }[]> {
  const staff = (await store.staff.list()).filter((one) => one.role === 'supervisor' && one.status === 'active')
  const byHuman = new Map<string, DeciderFact>()
  for (const { humanRef, mayDecideFrom } of staff) {
    if (mayDecideFrom !== null) byHuman.set(humanRef, { decidesSince: mayDecideFrom - waitMs, deputy: null })
  }
  return [...byHuman].map(([human, decider]) => ({ human, decider }))
}
