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
  /** Claims of callers on which no call can rest any more. */
  readonly checks: number
  /** Calls that were offered and that nobody took. */
  readonly offers: number
}

export interface ExpiryStore {
  /** How much is past its date by now, counted up to what one `end` takes. Times are epoch ms. */
  past(now: number): Promise<Expired>
  /** Ends what is past its date, at most 1,000 rows of a kind; what it ended. */
  end(now: number): Promise<Expired>
}
