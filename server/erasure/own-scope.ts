import type { Request } from '#domain/request/request.ts'
import type { Store } from '#usecases/ports/store.ts'
import type { OwnScope } from './own-data.ts'

/**
 * What a request erases of our own data. Only a deletion erases here: a de-registration and a void enrolment leave the
 * consent record as the evidence of what was done. A purpose that another service names too stays.
 */
export async function ownScopeOf(store: Store, request: Request): Promise<OwnScope | null> {
  if (request.kind !== 'deletion') return null
  const subjectIds = request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
  if (request.scope.scope === 'account') return { subjectIds, account: true, purposes: [] }
  const { service } = request.scope
  const services = await store.consents.services()
  const others = new Set(services.filter((one) => one.key !== service).flatMap((one) => one.purposes))
  const own = services.find((one) => one.key === service)?.purposes ?? []
  return { subjectIds, account: false, purposes: own.filter((purpose) => !others.has(purpose)) }
}
