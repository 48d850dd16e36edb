import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'

/**
 * What must outlive the subject's key until the last re-check, sealed per request and system: the frozen plan with its
 * primary keys, and the identifiers to ask again by. It is the person's data, and ends when the case is complete.
 */
export interface SealedSystem {
  readonly frozen: FrozenPlan
  readonly identities: readonly IdentityValue[]
}

export const writeSealed = (sealed: SealedSystem): string => JSON.stringify(sealed)

/** @throws SyntaxError for a text that `writeSealed` did not write */
export const readSealed = (text: string): SealedSystem => JSON.parse(text) as SealedSystem
