import type { Cell } from './cell.ts'

export type RowAction = 'delete' | 'mask' | 'keep'

/** Why a row is not simply deleted or masked as its line says. */
export type RowReason = 'retained' | 'held' | 'needed' | 'shared' | 'retention_over'

/** One row of the plan, by its primary key alone: what a re-check asks by after everything else is gone. */
export interface FrozenRow {
  readonly key: readonly Cell[]
  readonly action: RowAction
  readonly why: RowReason | null
  /** The day from which a kept row need not be kept, `YYYY-MM-DD`. */
  readonly until: string | null
  /** Columns by which a shared row is let go of the person. */
  readonly detach: readonly string[]
}

export interface FrozenCollection {
  readonly collection: string
  /** The columns that `FrozenRow.key` holds, in this order. */
  readonly key: readonly string[]
  readonly rows: readonly FrozenRow[]
}
