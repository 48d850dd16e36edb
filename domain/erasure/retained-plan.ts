import type { CollectionPlan, FrozenPlan } from './plan.ts'
import { isoDay } from './retention.ts'

/**
 * The part of a frozen plan whose date has come, as a plan of its own: rows kept until then now go, and so do
 * rows that stayed only because those needed them. "The frozen plan's dated lines and nothing else" (domain
 * book §5.2): a row kept for another reason is not in it.
 *
 * @param at  when it is, epoch milliseconds
 * @returns null while no date has come
 */
export function retainedPlanDue(plan: FrozenPlan, at: number): FrozenPlan | null {
  const dated = plan.frozen.map((frozen) => ({
    ...frozen,
    rows: frozen.rows
      .filter((row) => row.why === 'retained' && row.until !== null && row.until <= isoDay(at))
      .map((row) => ({ ...row, action: 'delete' as const, why: 'retention_over' as const })),
  }))
  if (dated.every(({ rows }) => rows.length === 0)) return null
  const frozen = dated.map((due, index) => {
    const needed = (plan.frozen[index]?.rows ?? []).filter((row) => row.why === 'needed')
    return { ...due, rows: [...due.rows, ...needed.map((row) => ({ ...row, action: 'delete' as const }))] }
  })
  const left = frozen.filter(({ rows }) => rows.length > 0)
  const collections = left.map(({ collection, rows }): CollectionPlan => ({
    name: collection,
    counts: { found: rows.length, delete: rows.length, mask: 0, keep: 0 },
    staying: [],
  }))
  const instruction = { ...plan.plan.instruction, at }
  return { plan: { ...plan.plan, instruction, collections, findings: [] }, frozen: left }
}

/**
 * A frozen plan with the rows that came after it was frozen: for the retry that a re-check asks for. The lines
 * must be the same, since nobody approved others.
 *
 * @returns null where the lines differ: then it is a new request
 */
export function refreeze(frozen: FrozenPlan, fresh: FrozenPlan): FrozenPlan | null {
  if (JSON.stringify(frozen.plan.lines) !== JSON.stringify(fresh.plan.lines)) return null
  const names = [...new Set([...fresh.frozen, ...frozen.frozen].map(({ collection }) => collection))]
  const order = fresh.plan.collections.map(({ name }) => name)
  names.sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const { collections, findings } = fresh.plan
  return {
    plan: { ...frozen.plan, collections, findings },
    frozen: names.flatMap((name) => {
      const old = frozen.frozen.find(({ collection }) => collection === name)
      const now = fresh.frozen.find(({ collection }) => collection === name)
      const base = old ?? now
      if (!base) return []
      const known = new Set(old?.rows.map((row) => JSON.stringify(row.key)))
      const come = now?.rows.filter((row) => !known.has(JSON.stringify(row.key))) ?? []
      return [{ ...base, rows: [...(old?.rows ?? []), ...come] }]
    }),
  }
}
