import type { Request } from '#domain/request/request.ts'
import { mayDecide, nextDecider } from '#domain/request/separation.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import type { Store } from '../ports/store.ts'
import { ownLock, whoCan } from '../present/own-lock.ts'
import { humansBehind } from '../request/humans-behind.ts'
import type { Lock } from '../views/phrase.ts'
import { deciders, type Decider } from './deciders.ts'

/** Who asks, and everyone whom a lock can name. */
export interface DeciderQuestion {
  readonly store: Store
  readonly human: string
  readonly now: number
  readonly settings: RequestSettings
  readonly everyone: readonly Decider[]
}

/** What is asked about, once for all cases of a list. */
export async function deciderQuestion(
  store: Store,
  human: string,
  now: number,
  settings: RequestSettings,
): Promise<DeciderQuestion> {
  return { store, human, now, settings, everyone: await deciders(store, settings.newDeciderWaitMs, now) }
}

/**
 * Why this supervisor may not decide on a request (invariant 2), naming who can; null when they may. A dispute, and
 * whether it was carried out in error, are besides nothing for who approved it (`unapproved`).
 */
export async function lockOf(
  { store, human, now, settings, everyone }: DeciderQuestion,
  request: Request,
  { unapproved = false }: { readonly unapproved?: boolean } = {},
): Promise<Lock | null> {
  const own = everyone.find((one) => one.human === human)?.decider ?? null
  const facts = { settings, aboutHumans: await humansBehind(store, request.about) }
  const finder = request.errorFinding === null ? [] : [request.errorFinding.human]
  const barred = unapproved ? [...request.approvers, ...finder] : []
  const others = everyone.filter((one) => one.human !== human && !barred.includes(one.human))
  const may = mayDecide(request, human, now, { ...facts, decider: own })
  if (may.ok && !barred.includes(human)) return null
  const next = nextDecider(request, now, others, facts)
  if (!may.ok) return ownLock(may, next, now)
  return { key: request.approvers.includes(human) ? 'approved_it' : 'second_person', ...whoCan(next, now) }
}

/** Why this supervisor may not decide on one request; null when they may. */
export async function deciderLock(
  store: Store,
  request: Request,
  human: string,
  now: number,
  settings: RequestSettings,
): Promise<Lock | null> {
  return lockOf(await deciderQuestion(store, human, now, settings), request)
}
