import { isBelow, isPersonal } from './category.ts'
import type { Row } from './cell.ts'
import { cellOf } from './cell.ts'
import type { Collection } from './dataset.ts'
import type { Asking } from './fetch.ts'
import { fittingRule, isRuled } from './fitting-rule.ts'
import type { IdentityValue } from './identity.ts'
import type { ErasureInstruction } from './instruction.ts'
import type { SystemRole } from './plan-line.ts'
import { planRows, type PlannedRows, type PlanSources } from './plan-rows.ts'
import type { Origin } from './policy.ts'
import { linkingColumns } from './row-decision.ts'
import type { SurveyRow } from './row-set.ts'
import type { SurveyState } from './survey-ground.ts'

/** One field of a copy: what kind of data it is, and how the service came by it (null where no rule says). */
export interface CopiedField {
  readonly name: string
  readonly categories: readonly string[]
  readonly service: string | null
  readonly origin: Origin | null
}

/** The person's rows of one collection, as the system holds them. */
export interface CopiedCollection {
  readonly name: string
  readonly fields: readonly CopiedField[]
  readonly rows: readonly Row[]
  /** Of rows that are somebody else's too, what names this person and nothing else. */
  readonly shared: readonly Row[]
}

/** Why something of a system is not in its copy. */
export type CopyGap = 'missing' | 'no_key' | 'no_rule' | 'too_much'

/** What one system holds of one person. */
export interface SystemCopy {
  readonly system: string
  readonly role: SystemRole
  readonly collections: readonly CopiedCollection[]
  /** Collections that a person has to look up; of a system that holds too much, everything. */
  readonly gaps: readonly { readonly collection: string; readonly why: CopyGap }[]
}

/** Rows that are asked for at once. */
const atOnce = 100

/** A password or a key is no knowledge about a person, and a copy that lies about would give it away. */
const secret = 'user.authorization'

/**
 * Copies what an erasure would find of one person in one system: the same survey decides what is theirs, so the copy
 * and the erasure can not differ. What a hold keeps is in it like anything else. A row that is somebody else's too
 * gives what names this person, and nothing of the other one.
 *
 * @param textLimit characters of values at which copying gives up, since all of it lies in memory
 */
export function* copyRows(
  sources: PlanSources,
  instruction: ErasureInstruction,
  identities: readonly IdentityValue[],
  textLimit: number,
): Asking<SystemCopy> {
  const free = { ...instruction, holds: [] }
  const planned = yield* planRows(sources, free, identities)
  const copy = { system: sources.system, role: sources.role }
  const gaps = gapsOf(sources, planned)
  const { state } = planned
  // Of whom there are more rows than can be followed, not even what was found is all of its kind.
  if (gaps.some(({ why }) => why === 'too_much')) return { ...copy, collections: [], gaps: tooMuch }
  if (state === null) return { ...copy, collections: [], gaps }
  const ground = {
    graph: planned.graph, schema: sources.schema, treatments: planned.treatments, identities, withMasked: false,
    rowLimit: sources.rowLimit,
  }
  const collections: CopiedCollection[] = []
  let text = 0
  for (const { collection: name, key } of planned.treatments.values()) {
    const collection = planned.graph.collections.get(name)
    if (collection === undefined || gaps.some((gap) => gap.collection === name && gap.why !== 'no_rule')) continue
    const fields = fieldsOf(sources, free, collection)
    const columns = fields.map((field) => field.name)
    const keys = theirs(state, name).map((row) => row.key)
    const rows: Row[] = []
    for (let from = 0; from < keys.length && columns.length > 0; from += atOnce) {
      const some = yield { collection: name, columns, by: 'keys', key, keys: keys.slice(from, from + atOnce) }
      for (const row of some) {
        text += columns.reduce((all, column) => all + sizeOf(row, column), 0)
        rows.push(row)
      }
      if (text > textLimit) return { ...copy, collections: [], gaps: tooMuch }
    }
    const shared = state.shared.in(name).map((found): Row => {
      const naming = linkingColumns(ground, state, found).filter((column) => columns.includes(column))
      return Object.fromEntries(naming.map((column) => [column, cellOf(found.row, column)]))
    })
    if (rows.length + shared.length > 0) collections.push({ name, fields, rows, shared })
  }
  return { ...copy, collections, gaps }
}

const tooMuch = [{ collection: '*', why: 'too_much' }] as const

const theirs = (state: SurveyState, name: string): SurveyRow[] => state.theirs.in(name).filter((row) => !row.ghost)

function sizeOf(row: Row, column: string): number {
  const cell = cellOf(row, column)
  return cell === null ? 4 : typeof cell === 'object' ? cell.hex.length : String(cell).length
}

/** What is asked for, and in a copy of the account also what is personal and no rule speaks of. */
function fieldsOf(
  { policy, system }: PlanSources,
  instruction: ErasureInstruction,
  collection: Collection,
): CopiedField[] {
  return collection.fields.flatMap((field): CopiedField[] => {
    const { name, categories } = field
    if (categories.some((category) => isBelow(category, secret))) return []
    const rule = fittingRule(policy, instruction, system, collection, field)
    if (rule !== null) return [{ name, categories, service: rule.service, origin: rule.origin }]
    const forgotten = instruction.scope.scope === 'account' && isPersonal(categories) && !isRuled(policy, collection, field)
    return forgotten ? [{ name, categories, service: null, origin: null }] : []
  })
}

/** What of the plan's problems keeps something out of a copy. How a field is masked is none of a copy's matter. */
function gapsOf({ system: _, ...sources }: PlanSources, { plan, treatments, state }: PlannedRows): SystemCopy['gaps'] {
  const gaps = new Map<string, CopyGap>()
  for (const { code, collection } of plan.problems) {
    if (code === 'missing_table' || code === 'missing_column') gaps.set(collection, 'missing')
    else if (code === 'no_primary_key') gaps.set(collection, 'no_key')
    else if (code === 'too_many_rows') gaps.set(collection, 'too_much')
    else if (code === 'no_rule' && !treatments.has(collection)) gaps.set(collection, 'no_rule')
  }
  // Where one table is not as it is described, none of the system could be asked.
  const unread = state === null && gaps.size > 0
  const all = sources.dataset.collections.filter(({ skip }) => !skip).map(({ name }) => name)
  for (const name of unread ? all : []) if (!gaps.has(name)) gaps.set(name, 'missing')
  return [...gaps].map(([collection, why]) => ({ collection, why }))
}
