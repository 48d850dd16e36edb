/** The basis of which the person may not be told, nor whoever speaks to them: an order that is secret. */
export const secretBasis = 'may_not_tell'

/** What a hold rests on, as a code. What was typed beside it stays sealed with its case. */
export const holdBases = ['lawsuit', 'court_order', 'investigation', 'complaint', secretBasis, 'other'] as const
export type HoldBasisCode = (typeof holdBases)[number]
const shownBases: readonly string[] = holdBases

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
