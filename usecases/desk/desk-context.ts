import type { QueryContext } from '../query.ts'
import type { CallRecord } from '../ports/call-store.ts'

/** What the parts of the desk are read with: the agent's live call, and the reader's language. */
export interface DeskContext extends Pick<QueryContext<unknown>, 'store' | 'now' | 'secrets' | 'channels' | 'actor'> {
  readonly call: CallRecord
  /** BCP 47. */
  readonly reader: string
}
