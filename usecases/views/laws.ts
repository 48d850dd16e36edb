import type { ExtensionReason, LawRow, MarkAllowed } from '#domain/law/law-row.ts'
import type { PhraseOf } from './phrase-book.ts'
import type { LawLineView } from './settings.ts'

/** `/settings/laws`: the law table as it is in force, row by row; and what it says of marks, place by place. */
export interface LawRoomView {
  now: number
  /** One of each id: the version in force, or the next one to come. */
  rows: readonly LawRow[]
  /** By the row's id, the one recorded last first. */
  versions: Record<string, LawVersionView[]>
  marks: LawLineView[]
  /** Days to come that were said to be worked or off, whatever the calendar says. */
  days: { jurisdiction: string; date: string; working: boolean }[]
}

/** A row as it was recorded; `at` and `by` are null for what came with the product. */
export interface LawVersionView {
  row: LawRow
  at: number | null
  by: string | null
  reason: string | null
}

/** What other figures would change. Dates are `YYYY-MM-DD` in the law's zone. */
export interface LawTrialView {
  receivedOn: string
  kind: string
  before: TriedDates
  after: TriedDates
  /** When it would be due by the row as it came with the product, where the new figures take longer. */
  longerThanShipped: string | null
}

export interface TriedDates { dueOn: string; acknowledgeOn: string | null; extendedTo: string | null }

/** What the table makes of a request that somebody only thinks of. Dates are `YYYY-MM-DD` in the law's zone. */
export interface WhatIfView {
  jurisdiction: string
  kind: string
  receivedOn: string
  dueOn: string
  zone: string
  /** Epoch ms: the last moment at which a decision still lets the case end in time. */
  decideBy: number
  /** Every clock that runs, the one that counts first; acknowledgements after them. */
  clocks: WhatIfClock[]
  acknowledge: WhatIfClock[]
  /** By which reason an answer may take until when. */
  extensions: { reason: ExtensionReason; dueOn: string }[]
  mark: MarkAllowed
}

export interface WhatIfClock { row: string; law: string; citation: string; dueOn: string; lines: PhraseOf<'due'>[] }
