import { cellOf, keyText } from './cell.ts'
import type { RowAction } from './frozen.ts'
import { isMasked } from './mask-value.ts'
import { masksOf } from './plan-line.ts'
import type { PlannedRows } from './plan-rows.ts'
import type { FrozenPlan } from './plan.ts'
import type { RowDecision } from './row-decision.ts'

/** Rows that should not be there any more, or not as they are. */
export interface Leftover {
  readonly collection: string
  readonly rows: number
}

/**
 * Compares what was to be left of a person with what is found: asked by identity *and* by the frozen keys. A row
 * that was to go and is there, came back or came anew is left over; so is one that was to be masked and shows a
 * value. What the plan keeps is not, nor what is somebody else's by now.
 *
 * @param now  planned on a new connection with the frozen keys as seeds and with the masked fields read
 */
export function leftovers(frozen: FrozenPlan, now: PlannedRows): Leftover[] {
  const wanted = new Map(
    frozen.frozen.flatMap(({ collection, rows }) =>
      rows.map((row) => [`${collection}\n${keyText(row.key)}`, row.action] as const),
    ),
  )
  const counts = new Map<string, number>()
  for (const decision of now.decisions) {
    const before = wanted.get(`${decision.collection}\n${keyText(decision.key)}`) ?? null
    if (!isLeft(frozen, now, decision, before)) continue
    counts.set(decision.collection, (counts.get(decision.collection) ?? 0) + 1)
  }
  return [...counts].map(([collection, rows]) => ({ collection, rows }))
}

function isLeft(
  frozen: FrozenPlan,
  now: PlannedRows,
  decision: RowDecision,
  before: RowAction | null,
): boolean {
  // Let go of, it would not have been found.
  if (decision.why === 'shared') return decision.action === 'mask'
  if (decision.action === 'keep' || before === 'keep') return false
  if (decision.action === 'delete' && before !== 'mask') return true
  const planned = masksOf(frozen.plan.lines, decision.collection)
  const masks = planned.size > 0 ? planned : (now.treatments.get(decision.collection)?.masks ?? new Map())
  return [...masks].some(([field, action]) => !isMasked(action, cellOf(decision.row, field)))
}
