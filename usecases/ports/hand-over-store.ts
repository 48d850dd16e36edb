import type { CallRecord } from './call-store.ts'

/** A live call that waits for a colleague. References to staff are personnel numbers. */
export interface OfferRecord {
  readonly callId: string
  readonly offeredBy: string
  /** Null: whoever is free. */
  readonly offeredTo: string | null
  /** Whether the line stays open: only then does the assurance go along. */
  readonly lineOpen: boolean
  readonly offeredAt: number
}

/** Who takes a call, and the sign-in in which they hold it. */
interface Taker {
  readonly id: string
  readonly humanRef: string
  readonly sessionId: string
}

/** Calls on their way from one agent to another, and interpreters in them. */
export interface HandOverStore {
  offer(callId: string): Promise<OfferRecord | null>
  /** What waits for this human or for anybody since then, not from them; the oldest first. */
  waitingFor(humanRef: string, since: number): Promise<readonly OfferRecord[]>
  putOffer(offer: OfferRecord): Promise<void>
  /** Ends an offer once; false when somebody did already. */
  endOffer(callId: string): Promise<boolean>
  /** Gives a call to another agent and sign-in. Conditional on the version that was read. @throws Conflict */
  giveCall(call: Pick<CallRecord, 'id' | 'version'>, to: Taker): Promise<void>
  /** Whether an interpreter takes part in a call. */
  hasInterpreter(callId: string): Promise<boolean>
  addInterpreter(callId: string, now: number): Promise<void>
  removeInterpreter(callId: string): Promise<boolean>
}
