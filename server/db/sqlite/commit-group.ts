import type { Connection } from './connection.ts'
import { asAdapterError, transactionOver } from './errors.ts'

/** So many writers share a commit at most, and the first of them waits for others so long at most, in ms. */
const MOST_MEMBERS = 16
const LONGEST_MS = 20

type Pending = { kept: () => void; lost: (error: unknown) => void }

/**
 * Writers of this process that queue for each other end in one commit: to make it durable costs the same for one as for
 * sixteen. Each writes between a savepoint and its release, in turns as ever, and hears that it is done when the common
 * commit is on the disk, never before. A writer that nobody waits behind commits by itself at once.
 */
export class CommitGroup {
  readonly #writer: Connection
  #pending: Pending[] = []
  #since = 0

  constructor(writer: Connection) {
    this.#writer = writer
  }

  /** Whether earlier writers wait for their commit: then the transaction is open, and the next one joins it. */
  get isOpen(): boolean {
    return this.#pending.length > 0
  }

  /** Whether one more writer may be let in before the commit. */
  get hasRoom(): boolean {
    const first = !this.isOpen
    return first || (this.#pending.length < MOST_MEMBERS - 1 && performance.now() - this.#since < LONGEST_MS)
  }

  /** The writer whose turn ends now waits for the common commit. */
  join(): Promise<void> {
    if (!this.isOpen) this.#since = performance.now()
    return new Promise((kept, lost) => this.#pending.push({ kept, lost }))
  }

  /**
   * Commits what all of them wrote, and the writer's own whose turn it is.
   *
   * @throws what SQLite says; then nothing of any of them was kept, and each of them hears it
   */
  commit(): void {
    try {
      if (!this.#writer.database.inTransaction) throw transactionOver()
      this.#writer.control('COMMIT')
    } catch (error) {
      this.fail(error)
      throw error
    }
    for (const { kept } of this.#emptied()) kept()
  }

  /** Nothing of any of them was kept: the disk was full, say. */
  fail(error: unknown): void {
    const lost = this.#emptied()
    if (lost.length > 0 && this.#writer.database.inTransaction) this.#writer.database.exec('ROLLBACK')
    for (const pending of lost) pending.lost(asAdapterError(error))
  }

  #emptied(): Pending[] {
    const pending = this.#pending
    this.#pending = []
    return pending
  }
}
