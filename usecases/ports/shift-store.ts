import type { CallRecord } from './call-store.ts'
import type { RequestLine } from './request-store.ts'

/** What somebody who takes over a shift has to know. */
export interface ShiftStore {
  /** Unfinished requests that are parked or disputed, or due by then; the earliest date first. */
  pressing(dueBy: number, limit: number): Promise<readonly RequestLine[]>
  /** Unfinished requests about which the person was sent nothing yet; the earliest legal date first. */
  untold(limit: number): Promise<readonly RequestLine[]>
  /** Calls of everybody that promised a call-back which nobody has made since; the earliest promise first. */
  promises(limit: number): Promise<readonly Pick<CallRecord, 'id' | 'humanRef' | 'promisedAt'>[]>
}
