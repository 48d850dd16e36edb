import type { Lock, ServiceRef } from './phrase.ts'
import type { RequestKindCode, RequestStateCode } from './request-words.ts'

/** `/ineligibility`: marks asked for, marks that stand, and corrections. Codes and dates, nobody's name. */
export interface IneligibilityView {
  now: number
  /** An agent sees what they asked for and can ask; marks are for who decides on them. */
  marksShown: boolean
  services: ServiceRef[]
  /** How many marks stand in all; the list shows the first to be reviewed. */
  standing: number
  /** How many of those shown have a review date that has come. */
  toReview: number
  requests: {
    caseCode: string
    kind: RequestKindCode
    state: RequestStateCode
    service: ServiceRef | null
    /** Personnel number of who asked. */
    askedBy: string | null
    /** Who approved it first, where a second supervisor is still needed. */
    approvedBy: string | null
    decideBy: number
    notYours: Lock | null
    /** The version to take it back by, for whoever asked for it and while it can be; null otherwise. */
    takeBack: number | null
  }[]
  marks: MarkLineView[]
  /** Marks that were found to be a mistake, the last one first. */
  superseded: { entryId: string; service: ServiceRef; caseCode: string | null; why: string; at: number }[]
}

export interface MarkLineView {
  entryId: string
  service: ServiceRef
  /** The case that left it. */
  caseCode: string | null
  markedAt: number
  reviewOn: number
  /** The review date has come. */
  due: boolean
  /** Epoch ms; null for a mark without an end. */
  endsAt: number | null
  /** A correction is under way. */
  corrected: string | null
}
