import type { Dataset } from './dataset.ts'
import { decideRows } from './decide-rows.ts'
import type { Asking } from './fetch.ts'
import type { FrozenCollection, RowAction, RowReason } from './frozen.ts'
import { graphOf, type Graph } from './graph.ts'
import type { IdentityValue } from './identity.ts'
import type { ErasureInstruction } from './instruction.ts'
import { orderOfWork } from './order-of-work.ts'
import type { SystemRole } from './plan-line.ts'
import { planLines } from './plan-lines.ts'
import type { CollectionPlan, FrozenPlan, StayingRows } from './plan.ts'
import type { PlanFinding, PlanProblem } from './plan-problem.ts'
import type { Policy } from './policy.ts'
import type { RowDecision } from './row-decision.ts'
import type { SchemaFacts } from './schema-facts.ts'
import { survey } from './survey.ts'
import type { SurveyState } from './survey-ground.ts'
import { treatmentsOf, type Treatment } from './treatment.ts'

/** Everything that a system's plan depends on but the person. */
export interface PlanSources {
  readonly system: string
  readonly role: SystemRole
  readonly dataset: Dataset
  readonly policy: Policy
  readonly schema: SchemaFacts
  readonly hasPseudonymKey: boolean
  /** Rows of one collection at which planning gives up. */
  readonly rowLimit: number
}

/** A plan together with the rows it was made from; the rows never leave the connector. */
export interface PlannedRows extends FrozenPlan {
  readonly decisions: readonly RowDecision[]
  readonly state: SurveyState | null
  readonly treatments: ReadonlyMap<string, Treatment>
  readonly graph: Graph
}

/**
 * Plans one person's erasure in one system, asking the database as it goes. Nothing is changed.
 *
 * @param again  the keys frozen by an earlier plan, to find again what no reference leads to any more: for a
 *   re-check, which wants to see everything, or for the erasure itself, which must not do more than is frozen
 */
export function* planRows(
  sources: PlanSources,
  instruction: ErasureInstruction,
  identities: readonly IdentityValue[],
  again: { readonly frozen: readonly FrozenCollection[]; readonly toErase: boolean } | null = null,
): Asking<PlannedRows> {
  const { system, role, schema, policy, hasPseudonymKey, rowLimit } = sources
  const graph = graphOf(sources.dataset, schema)
  const { treatments, problems } = treatmentsOf({ system, graph, schema, policy, instruction, hasPseudonymKey })
  const lines = planLines(system, role, treatments.values())
  const plan = { v: 1, system, role, instruction, lines } as const
  // A table or column that is not there can not be asked; a system without any data of this kind need not be.
  const unreadable = problems.some(({ code }) => code === 'missing_table' || code === 'missing_column')
  if (treatments.size === 0 || unreadable) {
    return {
      plan: { ...plan, collections: [], problems, findings: [] },
      frozen: [],
      decisions: [],
      state: null,
      treatments,
      graph,
    }
  }
  const ground = { graph, schema, treatments, identities, withMasked: again !== null, rowLimit }
  const state = yield* survey(ground, again?.frozen ?? [])
  const only = again?.toErase ? again.frozen : null
  const decisions = yield* decideRows(ground, state, instruction.at, only)
  const crowded = [...state.crowded].map(
    (collection): PlanProblem => ({ code: 'too_many_rows', collection, field: null }),
  )
  const order = orderOfWork(graph).filter((name) => treatments.has(name))
  return {
    plan: {
      ...plan,
      collections: order.map((name) => summary(name, decisions)),
      problems: [...problems, ...crowded],
      findings: order.flatMap((name) => findingsOf(name, decisions, treatments)),
    },
    frozen: order.flatMap((name) => freeze(name, decisions, treatments)),
    decisions,
    state,
    treatments,
    graph,
  }
}

function summary(name: string, decisions: readonly RowDecision[]): CollectionPlan {
  const rows = decisions.filter((one) => one.collection === name)
  const count = (action: RowAction) => rows.filter((one) => one.action === action).length
  return {
    name,
    counts: { found: rows.length, delete: count('delete'), mask: count('mask'), keep: count('keep') },
    staying: stayingRows(rows.filter((one) => one.action !== 'delete')),
  }
}

/** By reason, then by day, those without a day first: the same rows are always told in the same order. */
function stayingRows(staying: readonly RowDecision[]): StayingRows[] {
  const groups = Map.groupBy(staying, ({ why, until }) => `${why ?? ''}\n${until ?? ''}`)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => ({ why: rows[0]?.why ?? null, until: rows[0]?.until ?? null, rows: rows.length }))
}

function findingsOf(
  collection: string,
  decisions: readonly RowDecision[],
  treatments: ReadonlyMap<string, Treatment>,
): PlanFinding[] {
  const rows = decisions.filter((one) => one.collection === collection)
  const dated = (treatments.get(collection)?.keep?.for ?? null) !== null
  const count = (why: RowReason, more: (one: RowDecision) => boolean = () => true) =>
    rows.filter((one) => one.why === why && more(one)).length
  const findings: PlanFinding[] = [
    { code: 'shared', collection, rows: count('shared') },
    { code: 'needed', collection, rows: count('needed') },
    { code: 'retention_over', collection, rows: count('retention_over') },
    { code: 'no_date', collection, rows: dated ? count('retained', (one) => one.until === null) : 0 },
  ]
  return findings.filter((finding) => finding.rows > 0)
}

/** Rows that stay for somebody else are not frozen, unless they are let go of the person. */
function freeze(
  collection: string,
  decisions: readonly RowDecision[],
  treatments: ReadonlyMap<string, Treatment>,
): FrozenCollection[] {
  const rows = decisions
    .filter((one) => one.collection === collection && (one.why !== 'shared' || one.action === 'mask'))
    .map(({ key, action, why, until, detach }) => ({ key, action, why, until, detach }))
  return rows.length === 0 ? [] : [{ collection, key: treatments.get(collection)?.key ?? [], rows }]
}
