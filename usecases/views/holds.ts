import type { HoldBasisCode, HoldOwnerCode } from './hold-codes.ts'
import type { PhraseOf } from './phrase-book.ts'
import type { RequestKindCode } from './request-words.ts'

/** `/holds`: every legal hold that stands, and what it stops. Codes, counts and personnel numbers, nobody's name. */
export interface HoldsView {
  now: number
  /** How many stand in all; the list shows the first to be reviewed. */
  standing: number
  /** How many of those shown have a review date that has come. */
  toReview: number
  holds: HoldView[]
  /** Lifted in the last days, the last one first. */
  lifted: LiftedHoldView[]
  /** The systems that a hold can name. */
  systems: string[]
}

export interface HoldView {
  holdRef: string
  /** The reference of whoever sent it, where it is one; null for a hold of this desk. */
  reference: string | null
  covers: PhraseOf<'covers'>
  /** What was typed, or is no known code, is shown to who opens the case. */
  basis: HoldBasisCode
  /** Whom it belongs to; null where the case system named somebody else. */
  owner: HoldOwnerCode | null
  /** Personnel number, or a client's name. */
  placedBy: string
  placedAt: number
  reviewOn: number
  /** The review date has come. */
  due: boolean
  /** The person is not told of it. */
  secret: boolean
  /** The cases that it stops, or something of which it keeps. */
  stops: { caseCode: string; kind: RequestKindCode; how: PhraseOf<'heldHow'> }[]
}

export interface LiftedHoldView {
  holdRef: string
  reference: string | null
  covers: PhraseOf<'covers'>
  liftedBy: string
  liftedAt: number
}
