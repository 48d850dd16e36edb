import { undoableKinds, type RequestKind } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { upheldTooLate } from '../request/upheld-too-late.ts'
import type { Lock } from '../views/phrase.ts'
import type { DecisionView } from '../views/approvals.ts'

/** A case to which an objection was upheld after the erasure, and until when two have found that it was in error. */
interface FindingDue {
  readonly stored: StoredRequest
  /** Epoch ms. */
  readonly until: number
}

/** Whether there is an error to find in it. */
const canBeInError = (stored: StoredRequest): boolean =>
  upheldTooLate(stored) && stored.request.state === 'completed' && stored.request.erasedInError === null &&
  (undoableKinds as readonly RequestKind[]).includes(stored.request.kind)

/** Every case that two supervisors have to look at so, with its clock. */
export async function findingsDue(store: Store, limit: number): Promise<FindingDue[]> {
  const settings = requestSettingsFrom(await store.settings.all())
  const all = (await store.requests.upheldTooLate(limit)).filter(canBeInError)
  const upheld = await upheldAt(store, all)
  return all.map((stored) => ({ stored, until: clockOf(stored.request, upheld, settings) }))
}

/** When the first objection to each of these cases was upheld, whomever it names: of somebody erased it is the mark. */
async function upheldAt(store: Store, cases: readonly StoredRequest[]): Promise<ReadonlyMap<string, number>> {
  const ids = cases.map(({ request }) => request.id)
  const found = ids.length === 0 ? [] : await store.requests.upheldObjections(ids)
  const at = new Map<string, number>()
  for (const upheld of found) at.set(upheld.about, Math.min(upheld.at, at.get(upheld.about) ?? Infinity))
  return at
}

/** The incident's own clock runs from the first finding, or else from the day on which the objection was upheld. */
function clockOf(request: Request, upheld: ReadonlyMap<string, number>, { incidentMs }: RequestSettings): number {
  return (request.errorFinding?.at ?? upheld.get(request.id) ?? request.since) + incidentMs
}

/** What a page says of a finding that is due on this case; null where none is. */
export async function findingOf(
  store: Store,
  stored: StoredRequest,
  settings: RequestSettings,
  lock: Lock | null,
): Promise<DecisionView['finding']> {
  if (!canBeInError(stored)) return null
  const { request } = stored
  const until = clockOf(request, await upheldAt(store, [stored]), settings)
  return { by: request.errorFinding?.human ?? null, until, lock }
}
