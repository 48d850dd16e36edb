import { isBelow } from './category.ts'
import type { Collection, Field } from './dataset.ts'
import type { ErasureInstruction } from './instruction.ts'
import type { KeepTerms, Policy, PolicyRule } from './policy.ts'

/**
 * True when a rule has a say in what is asked. A rule without a service speaks for deletions of the account
 * alone; for a service, only its own rules speak; a void enrolment takes back what the service derived and
 * nothing that the person gave (domain book §5.3).
 */
export function counts(rule: PolicyRule, instruction: ErasureInstruction): boolean {
  if (instruction.scope.scope === 'service' && rule.service !== instruction.scope.service) return false
  return instruction.kind !== 'void_enrolment' || rule.origin === 'derived'
}

/** True when the rule is about this field of this collection. */
export function fits(rule: PolicyRule, collection: Collection, field: Field): boolean {
  const { match } = rule
  return (
    (match.dataset?.includes(collection.dataset) ?? true) &&
    (match.collection?.includes(collection.name) ?? true) &&
    (match.field?.includes(field.name) ?? true) &&
    (match.category?.some((prefix) => field.categories.some((category) => isBelow(category, prefix))) ?? true)
  )
}

/** The first rule that counts and fits, with what a hold makes of it; null where none does. */
export function fittingRule(
  policy: Policy,
  instruction: ErasureInstruction,
  system: string,
  collection: Collection,
  field: Field,
): PolicyRule | null {
  const rule = policy.rules.find((one) => counts(one, instruction) && fits(one, collection, field))
  if (!rule) return null
  return isHeld(rule, instruction, system) ? { ...rule, action: { keep: held } } : rule
}

/** True when some rule, whatever is asked, says what is to become of the field. */
export function isRuled(policy: Policy, collection: Collection, field: Field): boolean {
  return policy.rules.some((rule) => fits(rule, collection, field))
}

/** The basis of a row that a legal hold keeps: no date, since nobody knows when it is lifted. */
export const holdBasis = 'legal_hold'

const held: KeepTerms = { basis: holdBasis, for: null, until: null, fromField: null, mask: new Map() }

function isHeld(rule: PolicyRule, instruction: ErasureInstruction, system: string): boolean {
  return instruction.holds.some((hold) => {
    if (hold.covers === 'everything') return true
    return hold.covers === 'service' ? rule.service === hold.service : hold.systems.includes(system)
  })
}
