import type { HoldFact } from '#domain/request/hold.ts'
import type { Request } from '#domain/request/request.ts'
import type { Store } from '#usecases/ports/store.ts'
import { standingHolds } from '#usecases/request/gather-facts.ts'

/** Which of our own collections an erasure touches. */
export interface OwnScope {
  readonly subjectIds: readonly string[]
  readonly account: boolean
  /** Null for an account. */
  readonly service: string | null
  /** The service's purposes that no other service names. */
  readonly purposes: readonly string[]
  /** A hold covers our own data: all of it stays, since one key opens all of it. */
  readonly held: boolean
}

/**
 * What a request erases of our own data. Only a deletion erases here: a de-registration and a void enrolment leave the
 * consent record as the evidence of what was done. A purpose that another service names too stays.
 */
export async function ownScopeOf(store: Store, request: Request): Promise<OwnScope | null> {
  if (request.kind !== 'deletion') return null
  const subjectIds = request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
  const service = request.scope.scope === 'account' ? null : request.scope.service
  const held = (await standingHolds(store, subjectIds)).some((hold) => coversOwn(hold, service))
  if (service === null) return { subjectIds, account: true, service, purposes: [], held }
  const services = await store.consents.services()
  const others = new Set(services.filter((one) => one.key !== service).flatMap((one) => one.purposes))
  const own = services.find((one) => one.key === service)?.purposes ?? []
  return { subjectIds, account: false, service, purposes: own.filter((purpose) => !others.has(purpose)), held }
}

/** Whether a hold covers what this erasure would delete here. */
function coversOwn({ covers }: HoldFact, service: string | null): boolean {
  switch (covers.covers) {
    case 'everything':
      return true
    case 'service':
      return service === null || covers.service === service
    case 'systems':
      return covers.systems.includes('rightsdesk')
  }
}
