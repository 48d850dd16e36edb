import type { CallDoubt } from '#domain/review/call-doubts.ts'
import type { Measure } from '#domain/review/above-usual.ts'
import type { ReviewVerdict } from '../ports/review-store.ts'
import type { WorkItemKind } from '../ports/work-item-store.ts'
import type { CallOutcome } from './desk.ts'
import type { WorkItemReason } from './reviews-inputs.ts'

/** `/reviews`: look-ups that nothing explains, and what systems sent that they should not have. No personal data. */
export interface ReviewsView {
  now: number
  /** How far back it looks, in days. */
  days: number
  workItems: WorkItemView[]
  /** Calls that nobody looked at yet. */
  calls: CallToReviewView[]
  /** Calls that were found worth a talk. */
  toTalk: CallToReviewView[]
  above: AboveUsualView[]
  /** Who looked people up by themselves, outside a call. */
  outside: OutsideLookUpsView[]
  /** How many agents looked somebody up: fewer than three can not be compared. */
  agents: number
  rule: { times: number; leastLookUps: number; leastReveals: number; leastOutside: number }
}

export interface WorkItemView {
  id: string
  kind: WorkItemKind
  /** What sent it: a client's name, `import`, or the kind of job. */
  source: string
  /** A random id of ours by which the log and the operator find whom it is about. */
  ref: string
  count: number
  firstAt: number
  lastAt: number
  reasons: WorkItemReason[]
}

export interface CallToReviewView {
  callId: string
  /** Personnel number. */
  agent: string
  startedAt: number
  outcome: CallOutcome | null
  doubts: CallDoubt[]
  reveals: number
  review: { verdict: ReviewVerdict; by: string; at: number } | null
  /** It is this reader's own call: somebody else looks at it. */
  own: boolean
}

/** Look-ups to ask for a mark: how many, and how many of them led to no case. */
export interface OutsideLookUpsView {
  agent: string
  lookUps: number
  withoutCase: number
}

export interface AboveUsualView {
  agent: string
  measure: Measure
  count: number
  figure: number
  usual: number
  others: number
}
