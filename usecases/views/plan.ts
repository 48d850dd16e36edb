import type { PhraseOf } from './phrase-book.ts'
import type { MarkView, RequestKindCode } from './request-words.ts'

/** The erasure plan as a supervisor sees it: row counts per system, and why anything stays. */
export interface PlanView {
  /** SHA-256 as hex; what the approval is bound to. */
  hash: string
  /** When the systems were asked, epoch ms. */
  checkedAt: number
  mark: MarkView
  systems: PlanSystemView[]
  totals: PlanCounts
}

/** What a request would do if it were submitted now, for whoever submits it. */
export interface ForeseenView {
  /** Its case code: of a case that is there, or that there will be. */
  caseCode: string
  kind: RequestKindCode
  /** Of the systems that answered. */
  plan: PlanView
  /** The systems that did not, by name: what would happen there is not known, and nothing can be submitted. */
  unanswered: string[]
}

export interface PlanCounts { found: number; delete: number; mask: number; keep: number }

export interface PlanSystemView extends PlanCounts {
  system: string
  name: string
  /** `rightsdesk` is our own data. */
  kind: 'rightsdesk' | 'sqlite' | 'postgresql' | 'http' | 'by_hand'
  role: 'own' | 'processor' | 'recipient'
  /** Why anything stays or is masked. */
  reasons: KeepReasonView[]
  /** What makes the plan impossible as it is. */
  problems: PhraseOf<'planProblem'>[]
  collections: PlanCollectionView[]
}

export type KeepReasonView = PhraseOf<'keep'> & {
  /** Another person's row (invariant 8): shown with a tag of its own. */
  shared: boolean
  rows: number
  /** Epoch ms until when, null where no date is known. */
  until: number | null
}

export interface PlanCollectionView extends PlanCounts {
  collection: string
  lines: PlanLineView[]
}

/** One effective line of the plan, as hashed. */
export interface PlanLineView {
  field: string | null
  action: 'delete' | 'mask' | 'keep'
  /** `null`, `constant` …; for `keep` the basis. */
  how: string | null
}
