import { isErasing } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { Lock } from '../views/phrase.ts'
import type { DecisionView } from '../views/approvals.ts'

/** A case to which an objection was upheld after the erasure, and until when two have found that it was in error. */
interface FindingDue {
  readonly stored: StoredRequest
  /** Epoch ms. */
  readonly until: number
}

const canBeInError = ({ request, objectionUpheld }: StoredRequest): boolean =>
  objectionUpheld && request.state === 'completed' && request.erasedInError === null &&
  (isErasing(request.kind) || request.kind === 'ineligibility')

/** Every case that two supervisors have to look at so, with its clock. */
export async function findingsDue(store: Store, limit: number): Promise<FindingDue[]> {
  const settings = requestSettingsFrom(await store.settings.all())
  const all = (await store.requests.upheldTooLate(limit)).filter(canBeInError)
  return Promise.all(all.map(async (stored) => ({ stored, until: await clockOf(store, stored.request, settings) })))
}

/** The incident's own clock runs from the first finding, or else from the day on which the objection was upheld. */
async function clockOf(store: Store, request: Request, { incidentMs }: RequestSettings): Promise<number> {
  if (request.errorFinding !== null) return request.errorFinding.at + incidentMs
  const [subject] = request.subjects
  const others = subject === undefined ? [] : await store.requests.ofSubject(subject.subjectId)
  const upheld = others.find(({ request: other }) => other.kind === 'objection' && other.about === request.id)
  return (upheld?.request.since ?? request.since) + incidentMs
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
  return { by: request.errorFinding?.human ?? null, until: await clockOf(store, request, settings), lock }
}
