import type { RequestLine } from './request-store.ts'

/** The first lines of a list, and how many there are altogether. */
export interface Part<Line> {
  readonly lines: readonly Line[]
  readonly total: number
}

/** A call-back that was promised, by the case that it is about. */
export interface PromisedCall {
  readonly caseCode: string
  /** Personnel number of who promised it. */
  readonly humanRef: string
  readonly promisedAt: number
}

/** What somebody who takes over a shift has to know: unfinished requests, each list with a limit of its own. */
export interface ShiftStore {
  /** With this pause shown; the earliest date first. */
  paused(pause: 'parked' | 'disputed', limit: number): Promise<Part<RequestLine>>
  /** Due by then; the earliest date first. */
  due(by: number, limit: number): Promise<Part<RequestLine>>
  /** About which the person was sent nothing yet; the earliest legal date first. */
  untold(limit: number): Promise<Part<RequestLine>>
  /** Opened in calls of anybody that promised a call-back which nobody has made since; the earliest promise first. */
  promises(limit: number): Promise<Part<PromisedCall>>
}
