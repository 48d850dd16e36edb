/** Nothing failed: a job waits until a certain time by design, and is taken up again then. */
export class NotYet extends Error {
  /** What it waits for, a code. */
  readonly code: string
  /** Epoch ms. */
  readonly until: number

  constructor(code: string, until: number) {
    super(code)
    this.name = 'NotYet'
    this.code = code
    this.until = until
  }
}
