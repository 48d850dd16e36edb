import { dueFor, extensionUntil } from '#domain/law/due.ts'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { extensionReasons } from '#domain/law/law-row.ts'
import type { Request } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { jurisdictionsOf } from '../request/law-facts.ts'
import type { DecisionView } from '../views/approvals.ts'
import type { Lock } from '../views/phrase.ts'

/** To which date each reason that the law knows, as the request was opened under it, would extend the answer. */
export async function extensionsOf(
  store: Store,
  { request, origin }: Pick<StoredRequest, 'request' | 'origin'>,
): Promise<DecisionView['extensions']> {
  const [rows, overrides, jurisdictions] = [
    await store.settings.lawTableOf(request.lawVersion),
    await store.settings.workingDayOverrides(),
    await jurisdictionsOf(store, request.subjects.map((one) => one.subjectId), origin.jurisdiction),
  ]
  const { kind, receivedAt } = request
  const question = { kind, scope: request.scope.scope, jurisdictions, receivedAt, table: rows, overrides }
  return extensionReasons.flatMap((reason) => {
    const until = extensionUntil(question, reason)
    if (until === null) return []
    const [first] = dueFor({ ...question, extension: reason }).clocks
    return [{ reason, until, zone: first?.zone ?? zoneOf(anywhere) }]
  })
}

/** Once, before the date is over, and only where the law gives more time. */
export function extendLock(request: Request, now: number, reasons: number): Lock | null {
  if (isFinal(request.state)) return { key: 'wrong_state', params: { state: request.state } }
  if (request.extended !== null) return { key: 'extended_already', params: { at: request.extended.at } }
  if (now >= request.dueAt) return { key: 'past_due' }
  return reasons === 0 ? { key: 'no_extension' } : null
}
