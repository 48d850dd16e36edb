import { holdEffect, type HoldCovers, type HoldFact } from '#domain/request/hold.ts'
import type { Request } from '#domain/request/request.ts'
import type { AskedOfSystems } from '#usecases/ports/planner.ts'
import type { Store } from '#usecases/ports/store.ts'
import { ownSystem } from './own-system.ts'

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
export async function ownScopeOf(store: Store, request: AskedOfSystems, held: boolean): Promise<OwnScope | null> {
  if (request.kind !== 'deletion') return null
  const subjectIds = request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
  const service = request.scope.scope === 'account' ? null : request.scope.service
  if (service === null) return { subjectIds, account: true, service, purposes: [], held }
  const services = await store.consents.services()
  const others = new Set(services.filter((one) => one.key !== service).flatMap((one) => one.purposes))
  const own = services.find((one) => one.key === service)?.purposes ?? []
  return { subjectIds, account: false, service, purposes: own.filter((purpose) => !others.has(purpose)), held }
}

/** Whether the frozen plan keeps our own data, and it is not the turn of what was kept. */
export function heldByPlan({ frozen, restRunning }: Request): boolean {
  if (restRunning?.some((item) => item.system === ownSystem)) return false
  const lines = frozen?.lines.filter((line) => line.system === ownSystem) ?? []
  return lines.length > 0 && lines.every((line) => line.action === 'keep')
}

/**
 * What of a plan stays because of the holds that stand now. A hold that covers a deletion whole pauses it, and one on
 * another kind lets its steps wait: both leave the plan as it is (domain book §5.2, on_hold).
 */
export function coversThatKeep(
  request: AskedOfSystems,
  holds: readonly HoldFact[],
  systems: readonly string[],
): HoldCovers[] {
  const subjectIds = request.subjects.map((one) => one.subjectId)
  const effect = holdEffect(holds, request.kind, request.scope, subjectIds, [ownSystem, ...systems])
  return effect.effect === 'kept_lines' ? effect.held.map((part) => part.covers) : []
}

/** Whether any of these covers keeps what a deletion would erase of our own data. */
export function keepsOwnData({ scope }: AskedOfSystems, covers: readonly HoldCovers[]): boolean {
  return covers.some((cover) => {
    switch (cover.covers) {
      case 'everything':
        return true
      case 'service':
        return scope.scope === 'account' || cover.service === scope.service
      case 'systems':
        return cover.systems.includes(ownSystem)
    }
  })
}
