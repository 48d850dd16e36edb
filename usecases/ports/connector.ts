import type { SystemCopy } from '#domain/erasure/copy-rows.ts'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { FrozenCollection } from '#domain/erasure/frozen.ts'
import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { FrozenPlan, RowCounts } from '#domain/erasure/plan.ts'
import type { PlanProblem } from '#domain/erasure/plan-problem.ts'
import type { Leftover } from '#domain/erasure/recheck.ts'
import type { SchemaFacts } from '#domain/erasure/schema-facts.ts'

export interface EraseOptions {
  /** The same identifiers as in the plan: what became somebody else's since is told by them and left alone. */
  readonly identities: readonly IdentityValue[]
  /** One per (request, system, step), the same for every try. */
  readonly idempotencyKey: string
  /** Called last before the commit; throws when this worker has lost its lease, and nothing is changed then. */
  readonly fence?: () => void | Promise<void>
}

/** What is true of the plan's rows now, whichever try did it: a second run answers the same. */
export interface ErasedRows {
  readonly collections: readonly {
    readonly name: string
    readonly deleted: number
    readonly masked: number
    readonly kept: number
  }[]
}

export interface RecheckAnswer {
  readonly clean: boolean
  readonly leftovers: readonly Leftover[]
}

export interface TrialAnswer {
  readonly ok: boolean
  /** Where names are not those of one field, `field` is null. */
  readonly problems: readonly PlanProblem[]
  /** What the erasure of the invented person's account did, row by row of its collections. */
  readonly collections: readonly { readonly name: string; readonly counts: RowCounts }[]
}

/**
 * A system that holds people's data. Errors are `ConnectorFault`s: a code, a collection and a column, never a
 * value and never the driver's own words, which may carry one.
 */
export interface Connector {
  /** Tables, columns, keys and indexes as they are. */
  describe(): Promise<SchemaFacts>
  /**
   * What an erasure would do to this person, and by which keys. Reads only.
   *
   * @param earlier  keys frozen before: where an erasure is tried again, its first try may have masked what the
   *   person could be found by
   */
  plan(
    identities: readonly IdentityValue[],
    instruction: ErasureInstruction,
    earlier?: readonly FrozenCollection[],
  ): Promise<FrozenPlan>
  /**
   * What the system holds of this person, in the clear: what an erasure would find, and of rows that two people share
   * nothing of the other one. Reads only; all of it is in memory, up to a limit.
   */
  copy(identities: readonly IdentityValue[], instruction: ErasureInstruction): Promise<SystemCopy>
  /**
   * Carries out a frozen plan in one transaction. It may run again after any interruption, and then ends in the
   * same state. It only ever does less than the plan, never more.
   *
   * @throws ConnectorFault `plan_has_problems` for a plan with problems
   */
  erase(frozen: FrozenPlan, options: EraseOptions): Promise<ErasedRows>
  /** Asks again, through a new connection: by the identities and by the frozen keys. */
  recheck(frozen: FrozenPlan, identities: readonly IdentityValue[]): Promise<RecheckAnswer>
  /** Puts an invented person into every collection, plans and erases them, and rolls everything back. */
  tryOnInvented(at: number): Promise<TrialAnswer>
  close(): Promise<void>
}
