/** What a completed request keeps for now, and when its turn comes (domain book §5.2, `retained`). */

import type { FrozenPlan, Outcome, Request, RestItem } from './request.ts'

function item(line: FrozenPlan['lines'][number]): RestItem {
  const { system, collection, field, until, holdRef } = line
  return { system, collection, field, until, holdRef }
}

/** Kept lines that end one day: at their date, or when their hold is lifted. */
export function restOf(frozen: FrozenPlan): RestItem[] {
  return frozen.lines
    .filter((line) => line.action === 'keep' && (line.until !== null || line.holdRef !== null))
    .map(item)
}

/** `full` when the plan keeps nothing, else `retained` with what is still to end. */
export function erasingOutcome(frozen: FrozenPlan): Outcome {
  const keeps = frozen.lines.some((line) => line.action === 'keep')
  return { result: keeps ? 'retained' : 'full', rest: restOf(frozen) }
}

/** Whose date came and whose hold no longer stands; a line that has both waits for both. */
export function restItemsDue(request: Request, at: number, standingHolds: readonly string[]): RestItem[] {
  return (request.outcome?.rest ?? []).filter(
    ({ until, holdRef }) =>
      (until === null || until <= at) && (holdRef === null || !standingHolds.includes(holdRef)),
  )
}

/**
 * The same target with the same end: a collection whose rows end on several days is one item for each
 * day.
 */
export function sameItem(a: RestItem, b: RestItem): boolean {
  return (
    a.system === b.system &&
    a.collection === b.collection &&
    a.field === b.field &&
    a.until === b.until &&
    a.holdRef === b.holdRef
  )
}
