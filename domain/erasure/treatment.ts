import { isPersonal } from './category.ts'
import type { Collection, Field } from './dataset.ts'
import { fittingRule, holdBasis, isRuled } from './fitting-rule.ts'
import type { Graph } from './graph.ts'
import type { ErasureInstruction } from './instruction.ts'
import { fallbackMask, maskProblem } from './mask-check.ts'
import type { PlanProblem, PlanProblemCode } from './plan-problem.ts'
import type { EraseAction, KeepTerms, MaskAction, Policy, PolicyRule } from './policy.ts'
import { columnOf, tableOf, type SchemaFacts, type TableFacts } from './schema-facts.ts'

/** What an instruction makes of the rows of one collection. */
export interface Treatment {
  readonly collection: string
  /** Columns by which a row is found again. */
  readonly key: readonly string[]
  /** The row goes; or it is kept on a basis; or it stays and only loses fields. */
  readonly row: 'delete' | 'keep' | 'stay'
  readonly keep: KeepTerms | null
  /** What the row loses if it stays; for a row that goes: where another row needs it. */
  readonly masks: ReadonlyMap<string, MaskAction>
  /** Personal fields that stay in a row that stays, and why. */
  readonly stays: ReadonlyMap<string, 'key' | 'read_only'>
  readonly shared: 'keep' | 'detach'
}

/** What everything is planned from. */
export interface PlanGround {
  readonly system: string
  readonly graph: Graph
  readonly schema: SchemaFacts
  readonly policy: Policy
  readonly instruction: ErasureInstruction
  readonly hasPseudonymKey: boolean
}

export interface Treated {
  readonly treatments: ReadonlyMap<string, Treatment>
  readonly problems: readonly PlanProblem[]
}

type Ruled = { readonly field: Field; readonly rule: PolicyRule }
type Report = (code: PlanProblemCode, field: string | null) => void

/** The treatment of every collection that the instruction touches, and what stands in its way. */
export function treatmentsOf(ground: PlanGround): Treated {
  const treatments = new Map<string, Treatment>()
  const problems: PlanProblem[] = []
  for (const collection of ground.graph.collections.values()) {
    if (collection.skip) continue
    const report: Report = (code, field) => problems.push({ code, collection: collection.name, field })
    const table = tableOf(ground.schema, collection.name)
    if (table === null) {
      report('missing_table', null)
      continue
    }
    const missing = collection.fields.filter((field) => columnOf(table, field.name) === null)
    for (const field of missing) report('missing_column', field.name)
    const ruled = collection.fields.flatMap((field): Ruled[] => {
      const rule = fittingRule(ground.policy, ground.instruction, ground.system, collection, field)
      if (rule) return missing.includes(field) ? [] : [{ field, rule }]
      // A rule for another service leaves the field alone on purpose; no rule at all is an oversight.
      if (isPersonal(field.categories) && !isRuled(ground.policy, collection, field)) report('no_rule', field.name)
      return []
    })
    if (ruled.length > 0) treatments.set(collection.name, treat(ground, collection, table, ruled, report))
  }
  return { treatments, problems }
}

function treat(
  ground: PlanGround,
  collection: Collection,
  table: TableFacts,
  ruled: readonly Ruled[],
  report: Report,
): Treatment {
  const terms = ruled.flatMap(({ rule }) => ('keep' in rule.action ? [rule.action.keep] : []))
  const keep = terms.find((one) => one.basis === holdBasis) ?? terms[0] ?? null
  const goes = ruled.some(({ rule }) => 'erase' in rule.action && rule.action.erase.do === 'row')
  const row = keep ? 'keep' : goes ? 'delete' : 'stay'
  const key = keyOf(collection, table)
  if (key.length === 0) report('no_primary_key', null)
  // A row that nobody can point at never has to stay, so how it would be masked is no line of the plan.
  const mayStay = row !== 'delete' || ground.graph.edges.some((edge) => edge.parent === collection.name)
  const masks = new Map<string, MaskAction>()
  const stays = new Map<string, 'key' | 'read_only'>()
  if (mayStay) {
    const linking = new Set(ground.graph.edges.flatMap((edge) => [
      ...(edge.child === collection.name ? [edge.childField] : []),
      ...(edge.parent === collection.name ? [edge.parentField] : []),
    ]))
    for (const { field, rule } of ruled) {
      const wish = wishFor(field, rule, keep)
      if (wish === null) continue
      const named = rule.match.field !== null || (keep?.mask.has(field.name) ?? false)
      const isKey = key.includes(field.name)
      if (isKey && named && wish.do !== 'row') report('key_masked', field.name)
      else if (isKey || (wish.do === 'row' && linking.has(field.name))) {
        if (isPersonal(field.categories)) stays.set(field.name, 'key')
      } else if (wish.do === 'row' && !isPersonal(field.categories)) continue
      else maskField(ground, table, field, wish, { masks, stays }, report)
    }
  }
  if (keep) checkTerms(collection, keep, report)
  const shared = ruled.some(({ rule }) => rule.shared === 'detach') ? 'detach' : 'keep'
  return { collection: collection.name, key, row, keep, masks, stays, shared }
}

/** What a rule wants of one field of a row that stays; null: let it stand. */
function wishFor(field: Field, rule: PolicyRule, keep: KeepTerms | null): EraseAction | null {
  // What a hold covers is kept as it is: masking it would destroy what is to be preserved.
  if (keep?.basis === holdBasis) return null
  const masked = keep?.mask.get(field.name)
  if (masked) return masked
  return 'erase' in rule.action ? rule.action.erase : null
}

function maskField(
  ground: PlanGround,
  table: TableFacts,
  field: Field,
  wish: EraseAction,
  into: { masks: Map<string, MaskAction>; stays: Map<string, 'key' | 'read_only'> },
  report: Report,
): void {
  const column = columnOf(table, field.name)
  if (column === null) return
  if (field.readOnly) {
    if (wish.do === 'row') into.stays.set(field.name, 'read_only')
    else report('read_only', field.name)
    return
  }
  const action = wish.do === 'row' ? fallbackMask(field, column, table, ground.hasPseudonymKey) : wish
  const problem = action === null ? 'no_mask' : maskProblem(action, column, table, ground.hasPseudonymKey)
  if (problem !== null) report(problem, field.name)
  else if (action !== null) into.masks.set(field.name, action)
}

function checkTerms(collection: Collection, keep: KeepTerms, report: Report): void {
  const names = new Set(collection.fields.map((field) => field.name))
  for (const name of keep.mask.keys()) if (!names.has(name)) report('unknown_mask_field', name)
  if (keep.fromField !== null && !names.has(keep.fromField)) report('unknown_from_field', keep.fromField)
}

/**
 * The database's own primary key; else what the dataset calls one, if the database holds it unique. A key that
 * two rows share would delete the wrong one.
 */
export function keyOf(collection: Collection, table: TableFacts): readonly string[] {
  if (table.primaryKey.length > 0) return table.primaryKey
  const named = collection.fields.filter((field) => field.primaryKey).map((field) => field.name)
  const unique = table.indexes.some((index) => index.unique && index.columns.every((column) => named.includes(column)))
  return unique ? named : []
}
