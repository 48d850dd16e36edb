import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import type { NamedSubject } from '#domain/request/events.ts'
import type { Request } from '#domain/request/request.ts'

/** What the systems are asked about: a request, or one that is not opened yet. */
export interface AskedOfSystems extends Pick<Request, 'kind' | 'scope'> {
  readonly subjects: readonly NamedSubject[]
}

/** A plan that nobody is bound by yet. */
export interface ForeseenPlan {
  /** Of the systems that answered. */
  readonly plan: ErasurePlan
  /** The systems that gave no answer in time, by name: what would happen there is not known. */
  readonly unanswered: readonly string[]
}

/**
 * Asks every system what an erasure would do there, outside any transaction (server/erasure/planner.ts). Nothing is
 * changed in the systems.
 */
export interface Planner {
  /**
   * Records the plan of a request by a command.
   *
   * @throws Unavailable when a system can not be asked in time; the request stays as it is.
   */
  plan(requestId: string): Promise<void>
  /** What the plan would be, by the same questions and the same rules. It is recorded nowhere. */
  foresee(asked: AskedOfSystems): Promise<ForeseenPlan>
}
