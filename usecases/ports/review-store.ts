import type { CallFacts } from '#domain/review/call-doubts.ts'
import type { AgentFigures } from '#domain/review/above-usual.ts'

export type ReviewVerdict = 'fine' | 'talk'

/** What a supervisor found in a call. */
export interface CallReviewRecord {
  readonly callId: string
  readonly verdict: ReviewVerdict
  /** Personnel number. */
  readonly by: string
  readonly at: number
}

/** A call in which somebody was looked up, with what is counted about it and what was found in it. */
export interface ReviewedCall extends CallFacts {
  readonly callId: string
  /** Who looked up or had shown what is in doubt, also where a colleague took the call over. */
  readonly humanRef: string
  readonly review: CallReviewRecord | null
}

/** Look-ups to review: counted out of the log, so that nobody is counted by what they say themselves. */
export interface ReviewStore {
  /** Calls with a look-up since then whose outcome may not explain it, or with a reveal; newest first. */
  calls(since: number, limit: number): Promise<readonly ReviewedCall[]>
  /** The figures of everybody who looked somebody up since then, in a call or outside. */
  figures(since: number): Promise<readonly AgentFigures[]>
  /** Everybody who ever held these calls, by the call's id: personnel numbers. */
  holders(callIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  review(callId: string): Promise<CallReviewRecord | null>
  /** Writes what was found; a later finding takes the place of an earlier one, the entries tell of both. */
  putReview(review: CallReviewRecord): Promise<void>
}
