/**
 * Asks every system what an erasure would do there, outside any transaction, and records the plan by a command
 * (server/erasure/planner.ts). Nothing is changed in the systems.
 */
export interface Planner {
  /** @throws Unavailable when a system can not be asked in time; the request stays as it is. */
  plan(requestId: string): Promise<void>
}
