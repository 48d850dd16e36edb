import type { Request } from '#domain/request/request.ts'
import { mayDecide, nextDecider } from '#domain/request/separation.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import type { Store } from '../ports/store.ts'
import { ownLock } from '../present/own-lock.ts'
import { humansOf } from '../request/humans-of.ts'
import type { Lock } from '../views/phrase.ts'
import { deciders } from './deciders.ts'

/** Why this supervisor may not decide on a request (invariant 2), naming who can; null when they may. */
export async function deciderLock(
  store: Store,
  request: Request,
  human: string,
  now: number,
  settings: RequestSettings,
): Promise<Lock | null> {
  const everyone = await deciders(store, settings.newDeciderWaitMs)
  const own = everyone.find((one) => one.human === human)?.decider ?? null
  const facts = { settings, aboutHumans: await humansOf(store, request.about) }
  const may = mayDecide(request, human, now, { ...facts, decider: own })
  return ownLock(may, may.ok ? null : (nextDecider(request, now, everyone, facts)?.human ?? null))
}
