import type { ServiceRef } from './phrase.ts'
import type { PauseCode, RequestKindCode, RequestStateCode, TurnView } from './request-words.ts'

/** `/shift`: what one shift hands to the next, on one page to print. Codes, dates and personnel numbers. */
export interface ShiftView {
  now: number
  /** Personnel number of who prints it. */
  reader: string
  /** The end of tomorrow where the desk is, epoch ms. */
  tomorrow: number
  /** How many there are of each; the parts list the first of them. */
  totals: Record<'parked' | 'disputed' | 'unacknowledged' | 'due' | 'promised', number>
  parked: ShiftLineView[]
  disputed: ShiftLineView[]
  /** Nobody told the person yet that their request arrived. */
  unacknowledged: (ShiftLineView & { acknowledgeBy: LegalDayView | null })[]
  /** Due by the end of tomorrow, and what is over. */
  due: ShiftLineView[]
  promised: PromiseView[]
}

export interface ShiftLineView {
  caseCode: string
  kind: RequestKindCode
  service: ServiceRef | null
  state: RequestStateCode
  pause: PauseCode | null
  turn: TurnView
  due: LegalDayView
}

/** A day that ends where a law holds: a moment, and the zone (IANA) whose calendar names it. */
export interface LegalDayView {
  at: number
  zone: string
}

/** A call that an agent promised; it stands by its case. */
export interface PromiseView {
  caseCode: string
  agent: string
  at: number
}
