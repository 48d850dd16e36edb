import { cellOf, keyText, type Cell } from './cell.ts'
import type { FrozenRow, RowAction } from './frozen.ts'
import { isMasked, maskedCell } from './mask-value.ts'
import { tyingFields } from './order-of-work.ts'
import { masksOf } from './plan-line.ts'
import type { PlannedRows } from './plan-rows.ts'
import type { FrozenPlan } from './plan.ts'
import type { MaskAction } from './policy.ts'
import type { RowDecision } from './row-decision.ts'

/** New values for the columns of one row. */
export interface MaskedRow {
  readonly key: readonly Cell[]
  readonly set: Readonly<Record<string, Cell>>
}

/** What is done to the rows of one collection. */
export interface CollectionWork {
  readonly collection: string
  readonly key: readonly string[]
  readonly masks: readonly MaskedRow[]
  /** Columns to empty before rows are deleted that point at each other. */
  readonly untie: readonly string[]
  readonly deletes: readonly (readonly Cell[])[]
  /** What is true of the frozen rows once the work is done, whichever run did it. */
  readonly after: { readonly deleted: number; readonly masked: number; readonly kept: number }
}

export interface WorkMeans {
  /** The same for every run of this step: random masks depend on it. */
  readonly idempotencyKey: string
  readonly pseudonymKey: Uint8Array | null
}

/**
 * The work of a frozen plan on what is there now. It may only shrink: a row that has become somebody else's
 * is left alone, one that another row has come to need is masked, one that is gone is done, and what the plan
 * did not freeze is not touched (domain book §5.2).
 *
 * @param now  planned again, to erase: capped by what is frozen
 */
export function erasureWork(frozen: FrozenPlan, now: PlannedRows, means: WorkMeans): CollectionWork[] {
  return frozen.frozen.map(({ collection, key, rows }) => {
    const here = now.decisions.filter((one) => one.collection === collection)
    const current = new Map(here.map((one) => [keyText(one.key), one]))
    const masks = masksOf(frozen.plan.lines, collection)
    const masked: MaskedRow[] = []
    const deletes: (readonly Cell[])[] = []
    const after = { deleted: 0, masked: 0, kept: 0 }
    for (const row of rows) {
      const decision = current.get(keyText(row.key)) ?? null
      const action = decision === null ? absent(now, collection, row) : possible(decision, masks)
      if (action === 'delete') after.deleted += 1
      else if (action === 'mask') after.masked += 1
      else after.kept += 1
      if (decision === null) continue
      if (action === 'delete') deletes.push(row.key)
      if (action === 'mask') {
        const set = decision.why === 'shared' ? emptied(decision.detach) : maskedFields(decision, masks, means)
        if (Object.keys(set).length > 0) masked.push({ key: row.key, set })
      }
    }
    const untie = deletes.length > 0 ? tyingFields(now.graph, collection) : []
    return { collection, key, masks: masked, untie, deletes, after }
  })
}

/** A frozen row that the survey does not hold: gone, or let go, or its key is somebody else's row by now. */
function absent(now: PlannedRows, collection: string, row: FrozenRow): RowAction {
  if (row.why === 'shared') return 'mask'
  return now.state?.theirs.get(collection, row.key)?.ghost ? 'delete' : 'keep'
}

/** A row that has to stay, and for which the frozen plan names no mask, stays as it is. */
function possible(decision: RowDecision, masks: ReadonlyMap<string, MaskAction>): RowAction {
  return decision.action === 'mask' && decision.why !== 'shared' && masks.size === 0 ? 'keep' : decision.action
}

function emptied(columns: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column) => [column, null]))
}

function maskedFields(
  decision: RowDecision,
  masks: ReadonlyMap<string, MaskAction>,
  means: WorkMeans,
): Record<string, Cell> {
  const set: Record<string, Cell> = {}
  for (const [field, action] of masks) {
    const cell = cellOf(decision.row, field)
    if (isMasked(action, cell)) continue
    const place = JSON.stringify([means.idempotencyKey, decision.collection, keyText(decision.key), field])
    set[field] = maskedCell(action, cell, { place, pseudonymKey: means.pseudonymKey })
  }
  return set
}
