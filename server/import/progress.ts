/** At most one line a second: rows, rate, time left. Numbers alone. */
export class Progress {
  readonly #total: number
  readonly #say: (line: string) => void
  readonly #began = performance.now()
  readonly #skipped: number
  #last = performance.now()

  constructor(total: number, skipped: number, say: (line: string) => void) {
    this.#total = total
    this.#skipped = skipped
    this.#say = say
  }

  /** @param rows done so far, those of an earlier run included */
  at(rows: number): void {
    const now = performance.now()
    if (now - this.#last < 1_000) return
    this.#last = now
    const seconds = (now - this.#began) / 1_000
    const rate = Math.round((rows - this.#skipped) / Math.max(seconds, 0.001))
    const left = rate > 0 ? `, ${Math.ceil((this.#total - rows) / rate)} s left` : ''
    this.#say(`${rows} of ${this.#total} rows, ${rate} rows/s${left}`)
  }
}
