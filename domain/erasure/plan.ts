import type { FrozenCollection, RowReason } from './frozen.ts'
import type { ErasureInstruction } from './instruction.ts'
import type { PlanLine, SystemRole } from './plan-line.ts'
import type { PlanFinding, PlanProblem } from './plan-problem.ts'

/** Rows of one collection: each counts once (formats: row counts). */
export interface RowCounts {
  readonly found: number
  readonly delete: number
  readonly mask: number
  readonly keep: number
}

/** Rows of one collection that stay for the same reason and as long, whole or masked. */
export interface StayingRows {
  /** Null where nothing but the collection's own line says that they stay. */
  readonly why: RowReason | null
  /** The day from which they need not be kept, `YYYY-MM-DD`; null where nobody knows, or never. */
  readonly until: string | null
  readonly rows: number
}

/** What becomes of the rows of one collection. */
export interface CollectionPlan {
  readonly name: string
  readonly counts: RowCounts
  /** What is not deleted, by reason and day: each row is in one of them. */
  readonly staying: readonly StayingRows[]
}

/** What an erasure will do in one system, without any value of a person. JSON-serialisable. */
export interface SystemPlan {
  readonly v: 1
  readonly system: string
  readonly role: SystemRole
  readonly instruction: ErasureInstruction
  /** What is hashed and approved. */
  readonly lines: readonly PlanLine[]
  /** In the order of work. */
  readonly collections: readonly CollectionPlan[]
  /** Any of these, and the plan can not be carried out. */
  readonly problems: readonly PlanProblem[]
  readonly findings: readonly PlanFinding[]
}

/**
 * A plan with the primary keys of the person's rows. The keys are personal data: whoever stores them seals them,
 * and they are no part of what is shown; hence two parts, so that one can not be taken for the other.
 */
export interface FrozenPlan {
  readonly plan: SystemPlan
  readonly frozen: readonly FrozenCollection[]
}
