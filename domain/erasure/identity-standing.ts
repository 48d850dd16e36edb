import { cellOf, cellText, type Row } from './cell.ts'
import type { Collection } from './dataset.ts'
import { isThisIdentity } from './identity-match.ts'
import { identityTypes, isStrongIdentity, type IdentityType, type IdentityValue } from './identity.ts'
import { isMasked } from './mask-value.ts'
import type { MaskAction } from './policy.ts'

/**
 * Whose a row is by the identities that stand in it: surely the person's (account or national id), likely (a
 * phone or an e-mail, which change hands), the person's and somebody else's, somebody else's, or it does not say.
 */
export type IdentityStanding = 'surely' | 'likely' | 'mixed' | 'others' | 'unknown'

/**
 * Reads the identity columns of a row. An account id decides, else a national id, else phone and e-mail
 * together. A type of which nothing is known of the person says nothing, and neither does a masked value.
 * Whatever else stands there counts as somebody's, even if it can not be read: invariant 8 errs on that side.
 */
export function identityStanding(
  collection: Collection,
  row: Row,
  identities: readonly IdentityValue[],
  masks: ReadonlyMap<string, MaskAction>,
): IdentityStanding {
  const seen = (types: readonly IdentityType[]) => {
    const known = identities.filter((identity) => types.includes(identity.type))
    const verdicts = collection.fields.flatMap((field): boolean[] => {
      const cell = cellOf(row, field.name)
      const mask = masks.get(field.name)
      const same = known.filter((identity) => identity.type === field.identity)
      if (same.length === 0 || (cellText(cell) ?? '').trim() === '') return []
      if (mask && isMasked(mask, cell)) return []
      return [same.some((identity) => isThisIdentity(identity, cell))]
    })
    return { theirs: verdicts.includes(true), others: verdicts.includes(false) }
  }
  for (const type of identityTypes.filter(isStrongIdentity)) {
    const { theirs, others } = seen([type])
    if (theirs) return others ? 'mixed' : 'surely'
    if (others) return 'others'
  }
  const { theirs, others } = seen(identityTypes.filter((type) => !isStrongIdentity(type)))
  if (theirs) return others ? 'mixed' : 'likely'
  return others ? 'others' : 'unknown'
}
