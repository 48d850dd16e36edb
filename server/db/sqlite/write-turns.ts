import { setTimeout as pause } from 'node:timers/promises'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { WRITE_WAIT_MS } from '../raw.ts'
import { isBusy } from './errors.ts'

/** Gives the turn back. Calling it again does nothing. */
export type EndTurn = () => void

type Waiting = { begin: (end: EndTurn) => void; timer: NodeJS.Timeout; joins: boolean }

/**
 * One writer at a time within this process, in the order of asking. Without it a write that is issued while
 * an interactive transaction is open would land inside that transaction and vanish with its rollback.
 */
export class WriteTurns {
  #taken = false
  readonly #waiting: Waiting[] = []

  /** Whether the next in the queue is a writer that may join an open transaction (commit-group.ts). */
  get nextJoins(): boolean {
    return this.#waiting[0]?.joins ?? false
  }

  /**
   * @param joins  a writer, which begins with a savepoint where a transaction is open; others need it closed
   * @throws DriverAdapterError `SocketTimeout` when the turn does not come in time
   */
  take(waitMs: number = WRITE_WAIT_MS, joins = false): Promise<EndTurn> {
    if (!this.#taken) {
      this.#taken = true
      return Promise.resolve(this.#endOnce())
    }
    return new Promise((resolve, reject) => {
      const entry: Waiting = {
        begin: resolve,
        joins,
        timer: setTimeout(() => {
          this.#waiting.splice(this.#waiting.indexOf(entry), 1)
          reject(new DriverAdapterError({ kind: 'SocketTimeout' }))
        }, waitMs),
      }
      this.#waiting.push(entry)
    })
  }

  #endOnce(): EndTurn {
    let ended = false
    return () => {
      if (ended) return
      ended = true
      const next = this.#waiting.shift()
      if (next === undefined) {
        this.#taken = false
        return
      }
      clearTimeout(next.timer)
      next.begin(this.#endOnce())
    }
  }
}

/**
 * Opens a write transaction, waiting for writers of other processes without blocking this one. IMMEDIATE,
 * because a deferred transaction that reads first and writes later fails when somebody else wrote in between.
 * Once it is open nothing inside it can meet a lock any more.
 *
 * @param run  runs a statement on the connection that is to write
 * @throws SqliteError SQLITE_BUSY after `waitMs`
 */
export async function beginImmediate(run: (sql: string) => unknown, waitMs: number = WRITE_WAIT_MS): Promise<void> {
  const deadline = performance.now() + waitMs
  for (;;) {
    try {
      run('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    // Between 1 and 10 ms: unequal pauses keep two processes from meeting again and again.
    await pause(1 + Math.random() * 9)
  }
}
