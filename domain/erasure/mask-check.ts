import type { Field } from './dataset.ts'
import { lengthOfMask } from './mask-value.ts'
import type { PlanProblemCode } from './plan-problem.ts'
import type { MaskAction } from './policy.ts'
import { isUnique, type ColumnFacts, type TableFacts } from './schema-facts.ts'

/** Why a column can not hold what a mask would write into it; null where it can. */
export function maskProblem(
  action: MaskAction,
  column: ColumnFacts,
  table: TableFacts,
  hasPseudonymKey: boolean,
): PlanProblemCode | null {
  if (action.do === 'null') return column.notNull ? 'null_on_not_null' : null
  if (action.do === 'pseudonym' && !hasPseudonymKey) return 'no_pseudonym_key'
  if (!holds(column, action)) return 'wrong_type'
  if (action.do === 'constant' && isUnique(table, column.name)) return 'constant_on_unique'
  const dated = column.type === 'date' || column.type === 'timestamp'
  return !dated && column.length !== null && lengthOfMask(action) > column.length ? 'too_long' : null
}

function holds(column: ColumnFacts, action: MaskAction): boolean {
  switch (column.type) {
    case 'text':
      return true
    case 'date':
    case 'timestamp':
      if (action.do === 'truncate_date') return true
      return action.do === 'constant' && /^\d{4}-\d{2}-\d{2}/.test(String(action.value))
    case 'integer':
      return action.do === 'constant' && Number.isInteger(Number(action.value))
    case 'number':
      return action.do === 'constant' && Number.isFinite(Number(action.value))
    case 'boolean':
      return action.do === 'constant' && typeof action.value === 'boolean'
    default:
      return false
  }
}

/**
 * How a field is masked that its rule sends away with its row, where the row has to stay: by the dataset's own
 * `masking_strategy_override`, else NULL, else the plainest value that the column takes.
 *
 * @returns null where nothing is obvious; the policy has to say it then
 */
export function fallbackMask(
  field: Field,
  column: ColumnFacts,
  table: TableFacts,
  hasPseudonymKey: boolean,
): MaskAction | null {
  const candidates = [overridden(field), { do: 'null' } as const, plainest(column), { do: 'random' } as const]
  const fits = (action: MaskAction | null) =>
    action !== null && maskProblem(action, column, table, hasPseudonymKey) === null
  return candidates.find(fits) ?? null
}

function overridden(field: Field): MaskAction | null {
  switch (field.maskOverride?.strategy) {
    case 'null_rewrite':
      return { do: 'null' }
    case 'string_rewrite':
      return { do: 'constant', value: field.maskOverride.value ?? 'erased' }
    case 'random_string_rewrite':
      return { do: 'random' }
    case 'hash':
    case 'hmac':
      return { do: 'pseudonym' }
    default:
      return null
  }
}

function plainest(column: ColumnFacts): MaskAction | null {
  switch (column.type) {
    case 'text':
      return { do: 'constant', value: 'erased'.slice(0, column.length ?? undefined) }
    case 'integer':
    case 'number':
      return { do: 'constant', value: 0 }
    case 'boolean':
      return { do: 'constant', value: false }
    case 'date':
    case 'timestamp':
      return { do: 'constant', value: '1900-01-01' }
    default:
      return null
  }
}
