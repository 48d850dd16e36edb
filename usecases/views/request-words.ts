import type { AssuranceLevel as Level } from '#domain/access/assurance.ts'
import type { RejectionCode as Rejection } from '#domain/request/explain.ts'
import type { RequestKind } from '#domain/request/kinds.ts'
import type { RequestState, TurnRole } from '#domain/request/states.ts'
import type { PhraseKey, PhraseOf } from './phrase-book.ts'

// The codes of domain.md §3 and §5 as they reach a screen.

export type RequestKindCode = RequestKind
export type RequestStateCode = RequestState
export type RejectionCode = Rejection
export type AssuranceLevel = Level

export type PauseCode = 'parked' | 'on_hold' | 'disputed'
export type ToldCode = 'understood' | 'objects' | 'not_told' | 'under_pressure'
export type ChannelCode = 'phone' | 'letter' | 'branch' | 'email' | 'app' | 'desk'

/** Whether a deletion ends in "never again", and why not (invariant 4). */
export type MarkView = { mark: 'yes'; until: number | null } | { mark: 'none'; reason: PhraseKey<'mark'> }

/** A legal deadline with its arithmetic, line by line in order. */
export interface DueView {
  dueAt: number
  /** IANA zone of the law, shown beside the reader's own time. */
  zone: string
  /** Code of the law it comes from; its name is `law.<code>` in `words`. */
  law: string
  lines: PhraseOf<'due'>[]
}

/** Whose turn it is on an unfinished case. */
export interface TurnView {
  role: TurnRole
  /** Personnel number where one person is named. */
  who: string | null
  at: number | null
  /** So far away that its day is told with the year, and not its hour. */
  far: boolean
}
