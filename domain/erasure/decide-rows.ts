import { cellOf, cellText, keyText } from './cell.ts'
import type { Asking } from './fetch.ts'
import { referrersOf, type Referrer } from './referrers.ts'
import type { FrozenCollection, RowAction } from './frozen.ts'
import { ownRowDecision, sharedRowDecision, type RowDecision } from './row-decision.ts'
import type { SurveyGround, SurveyState } from './survey-ground.ts'

/**
 * Decides every row that a survey found: by its line, but for what is shared (it stays for the other one) and
 * for what a row that stays still points at (it loses its fields and stays: "by row where no other collection
 * needs the row, masked where one does"). Rows that point at each other and all go need nobody.
 *
 * @param at  epoch milliseconds; whose retention is over by then goes
 * @param only  the rows of a frozen plan: no row gets more done to it than is frozen, and every other row stays,
 *   so that whatever it points at stays too
 */
export function* decideRows(
  ground: SurveyGround,
  state: SurveyState,
  at: number,
  only: readonly FrozenCollection[] | null,
): Asking<RowDecision[]> {
  const capped = only === null ? (decision: RowDecision) => decision : capsOf(only)
  const decisions = new Map<string, RowDecision>()
  for (const treatment of ground.treatments.values()) {
    for (const row of state.theirs.in(treatment.collection)) {
      if (!row.ghost) decisions.set(placeOf(row), capped(ownRowDecision(row, treatment, at)))
    }
    for (const row of state.shared.in(treatment.collection)) {
      decisions.set(placeOf(row), capped(sharedRowDecision(ground, state, row, treatment)))
    }
  }
  const pointing = yield* whoPointsAt(ground, decisions)
  for (let changed = true; changed; ) {
    changed = false
    for (const [place, decision] of decisions) {
      if (decision.action !== 'delete') continue
      const needed = (pointing.get(place) ?? []).some((referrer) => stillPoints(ground, decisions, referrer))
      if (!needed) continue
      const masks = ground.treatments.get(decision.collection)?.masks.size ?? 0
      decisions.set(place, { ...decision, action: masks > 0 ? 'mask' : 'keep', why: 'needed' })
      changed = true
    }
  }
  return [...decisions.values()]
}

/** Holds every decision down to what is frozen of its row. A shared row is let go of only if it was to be. */
function capsOf(only: readonly FrozenCollection[]): (decision: RowDecision) => RowDecision {
  const frozen = new Map(
    only.flatMap(({ collection, rows }) => rows.map((row) => [placeOf({ collection, key: row.key }), row] as const)),
  )
  return (decision) => {
    const row = frozen.get(placeOf(decision))
    if (row === undefined || (row.why === 'shared') !== (decision.why === 'shared')) return { ...decision, action: 'keep' }
    const detach = decision.detach.filter((column) => row.detach.includes(column))
    return { ...decision, detach, action: weight[row.action] < weight[decision.action] ? row.action : decision.action }
  }
}

const weight: Readonly<Record<RowAction, number>> = { keep: 0, mask: 1, delete: 2 }

function placeOf(row: { readonly collection: string; readonly key: RowDecision['key'] }): string {
  return `${row.collection}\n${keyText(row.key)}`
}

function* whoPointsAt(
  ground: SurveyGround,
  decisions: ReadonlyMap<string, RowDecision>,
): Asking<Map<string, Referrer[]>> {
  const pointing = new Map<string, Referrer[]>()
  for (const edge of ground.graph.edges) {
    const going = [...decisions.values()].filter(
      (one) => one.collection === edge.parent && one.action === 'delete',
    )
    if (going.length === 0) continue
    const rows = going.map((one) => ({ ...one, ghost: false, sure: false }))
    const byValue = Map.groupBy(yield* referrersOf(ground, edge, rows), (referrer) => referrer.value)
    for (const row of rows) {
      const referrers = byValue.get(cellText(cellOf(row.row, edge.parentField)) ?? '') ?? []
      pointing.set(placeOf(row), [...(pointing.get(placeOf(row)) ?? []), ...referrers])
    }
  }
  return pointing
}

/** True when a row will still point there after the work: it does not go, and it does not lose the column. */
function stillPoints(
  ground: SurveyGround,
  decisions: ReadonlyMap<string, RowDecision>,
  referrer: Referrer,
): boolean {
  if (referrer.key === null) return true
  const decision = decisions.get(placeOf({ collection: referrer.collection, key: referrer.key }))
  if (decision === undefined) return true
  if (decision.action === 'delete') return false
  if (decision.action === 'keep') return true
  const masks = ground.treatments.get(referrer.collection)?.masks
  // A shared row loses the columns it is detached by and nothing else.
  if (decision.why === 'shared') return !decision.detach.includes(referrer.field)
  return masks?.get(referrer.field)?.do !== 'null'
}
