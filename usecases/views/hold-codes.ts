/** What a hold of this desk rests on, as a code. What was typed beside it stays sealed with its case. */
export const deskHoldBases = ['lawsuit', 'court_order', 'investigation', 'complaint', 'other'] as const
export type DeskHoldBasis = (typeof deskHoldBases)[number]

/** The bases that a list has words for: those of this desk, and the one of which the person is not told. */
export type HoldBasisCode = DeskHoldBasis | 'may_not_tell'
const shownBases: readonly string[] = [...deskHoldBases, 'may_not_tell'] satisfies HoldBasisCode[]

/** Who a hold can belong to on a list. */
export const holdOwners = ['supervisor', 'administrator', 'legal', 'compliance', 'privacy'] as const
export type HoldOwnerCode = (typeof holdOwners)[number]

/**
 * A basis as a list may show it. A sender may make its code of anything, of a name too, so one that is not known here
 * is `other`.
 */
export const shownBasis = (basis: string): HoldBasisCode =>
  shownBases.includes(basis) ? (basis as HoldBasisCode) : 'other'

/** An owner as a list may show it: null for whatever else the case system named. */
export const shownOwner = (owner: string): HoldOwnerCode | null =>
  holdOwners.find((known) => known === owner.trim().toLowerCase()) ?? null
