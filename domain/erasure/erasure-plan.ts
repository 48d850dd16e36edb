import type { PlanFact } from '../request/plan-fact.ts'
import type { SystemPlan } from './plan.ts'

/**
 * What an erasure will do in every system, as it is stored and shown: no value of a person in it. `fact` is what the
 * request machine decides by; `systems` is what a supervisor reads.
 */
export interface ErasurePlan {
  readonly fact: PlanFact
  readonly systems: readonly SystemPlan[]
}
