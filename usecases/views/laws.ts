import type { ExtensionReason, LawRow, MarkAllowed } from '#domain/law/law-row.ts'
import type { PhraseOf } from './phrase-book.ts'
import type { LawLineView } from './settings.ts'

/** `/settings/laws`: the law table as it is in force, row by row; and what it says of marks, place by place. */
export interface LawRoomView {
  now: number
  rows: readonly LawRow[]
  marks: LawLineView[]
}

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
