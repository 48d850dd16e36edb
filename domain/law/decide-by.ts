/** What has to fit between a decision and the legal date, in ms; `dueAt` is epoch ms. */
export interface DecideByQuestion {
  readonly dueAt: number
  /** Setting `cooling_off_days` for deletions, 0 for other kinds. */
  readonly coolingOffMs: number
  /** The usual time of the slowest system of the plan. */
  readonly slowestSystemMs: number
  /** Setting `recheck_hours`. */
  readonly recheckMs: number
}

/**
 * The latest moment at which a decision still lets the case end in time, in epoch ms (domain.md §5.2). It may
 * lie in the past: such a case is late before anybody decided, and stands first in the queue.
 */
export function decideBy({ dueAt, coolingOffMs, slowestSystemMs, recheckMs }: DecideByQuestion): number {
  return dueAt - coolingOffMs - slowestSystemMs - recheckMs
}
