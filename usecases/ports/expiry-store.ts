/** Rows that end at their date, whatever they belong to. */
export interface Expired {
  /** Sealed keys and contacts of erasures. */
  readonly sealed: number
  /** Salts of commitments that belong to nobody. */
  readonly salts: number
  /** Answers kept for repeated calls of the API. */
  readonly answers: number
  /** Jobs that were done long ago. */
  readonly jobs: number
  /** What was typed and never sent. */
  readonly drafts: number
  /** What was found in a call that is over its time, or gone. */
  readonly reviews: number
  /** Claims of callers on which no call can rest any more. */
  readonly checks: number
  /** Calls that were offered and that nobody took. */
  readonly offers: number
  /** Links to what was told in writing, and those that were to be answered once. */
  readonly links: number
}

/** What counts as past. Times are epoch ms. */
export interface PastAt {
  readonly now: number
  /** Calls that began before are over their time. */
  readonly callsSince: number
}

export interface ExpiryStore {
  /** How much is past its date by now, counted up to what one `end` takes. */
  past(at: PastAt): Promise<Expired>
  /** Ends what is past its date, at most 1,000 rows of a kind; what it ended. */
  end(at: PastAt): Promise<Expired>
}
