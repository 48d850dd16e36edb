import type { DeciderFact } from '#domain/request/facts.ts'
import type { Store } from '../ports/store.ts'
import { deputyOf } from '../staff/deputies.ts'

/** Somebody with the right to decide. */
export interface Decider {
  readonly human: string
  readonly decider: DeciderFact
}

/** Everyone with the right to decide; one human once, whichever of their log-ins has it. */
export async function deciders(store: Store, waitMs: number, now: number): Promise<Decider[]> {
  const staff = (await store.staff.list()).filter((one) => one.role === 'supervisor' && one.status === 'active')
  const named = await store.staff.deputies()
  const byHuman = new Map<string, DeciderFact>()
  for (const { humanRef, mayDecideFrom } of staff) {
    if (mayDecideFrom === null) continue
    byHuman.set(humanRef, { decidesSince: mayDecideFrom - waitMs, deputy: deputyOf(named, humanRef, now) })
  }
  return [...byHuman].map(([human, decider]) => ({ human, decider }))
}
