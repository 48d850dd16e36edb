import type { FrozenPlan } from './plan.ts'

/**
 * A frozen plan of which nothing more goes: whatever was still to be deleted or masked stays, until a date. What a
 * system gave up on is kept by two people on a basis of ours (domain book §5.2, *keep*).
 *
 * @param until  the day it ends, `YYYY-MM-DD`
 */
export function keepRest(frozen: FrozenPlan, until: string): FrozenPlan {
  return {
    ...frozen,
    frozen: frozen.frozen.map((collection) => ({
      ...collection,
      rows: collection.rows.map((row) =>
        row.action === 'keep' ? row : { ...row, action: 'keep' as const, why: 'retained' as const, until },
      ),
    })),
  }
}
