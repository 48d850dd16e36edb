import { setImmediate as turnOfEvents } from 'node:timers/promises'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { TRANSACTION_LIMIT_MS } from '../raw.ts'
import type { Change, Rows } from './connection.ts'
import type { SqliteConnections } from './connections.ts'
import { asAdapterError, transactionOver } from './errors.ts'
import type { Bindable } from './values.ts'
import { beginImmediate } from './write-turns.ts'
import type { EndTurn } from './write-turns.ts'

/** The savepoint of a writer that joined an open transaction; Prisma's own have other names. */
const MEMBER = '"rightsdesk_member"'

/**
 * The one open write transaction of this process. After a failed statement it takes nothing more but a
 * rollback, as PostgreSQL does it, so that a caught error can not lead to a half-done commit on one database
 * only.
 */
export class WriteTransaction {
  readonly #connections: SqliteConnections
  readonly #endTurn: EndTurn
  /** Whether it lies between a savepoint and its release, in a transaction that earlier writers wait for. */
  readonly #joined: boolean
  #wrote = false
  #over = false
  #failed = false

  private constructor(connections: SqliteConnections, endTurn: EndTurn, joined: boolean) {
    this.#connections = connections
    this.#endTurn = endTurn
    this.#joined = joined
  }

  /** Waits for this process's turn, then for the other processes' writers. */
  static async begin(connections: SqliteConnections, waitMs?: number): Promise<WriteTransaction> {
    const { turns, group, writer } = connections
    const endTurn = await turns.take(waitMs, true)
    const joined = group.isOpen
    try {
      if (joined) writer.control(`SAVEPOINT ${MEMBER}`)
      else await beginImmediate((sql) => writer.control(sql), waitMs)
    } catch (error) {
      if (joined) group.fail(error)
      endTurn()
      throw asAdapterError(error)
    }
    return new WriteTransaction(connections, endTurn, joined)
  }

  query(sql: string, params: readonly Bindable[]): Rows {
    return this.#guarded(() => {
      const { writer } = this.#connections
      this.#wrote ||= !writer.isReadOnly(sql)
      return writer.query(sql, params)
    })
  }

  run(sql: string, params: readonly Bindable[]): Change {
    this.#wrote = true
    return this.#guarded(() => this.#connections.writer.run(sql, params))
  }

  runEach(sql: string, rows: Iterable<readonly Bindable[]>): number {
    this.#wrote = true
    return this.#guarded(() => this.#connections.writer.runEach(sql, rows))
  }

  savepoint(name: string): void {
    this.#guarded(() => this.#connections.writer.database.exec(`SAVEPOINT ${quoted(name)}`))
  }

  releaseSavepoint(name: string): void {
    this.#guarded(() => this.#connections.writer.database.exec(`RELEASE SAVEPOINT ${quoted(name)}`))
  }

  /** Undoes what was done since the savepoint, a failure included. */
  rollbackToSavepoint(name: string): void {
    this.#failed = false
    this.#guarded(() => this.#connections.writer.database.exec(`ROLLBACK TO SAVEPOINT ${quoted(name)}`))
  }

  /**
   * Done when it is on the disk, by itself or together with the writers that wait behind it.
   *
   * @throws DriverAdapterError when nothing was committed: a statement had failed, or the disk refused
   */
  async commit(): Promise<void> {
    const { group, turns, writer } = this.#connections
    // Whatever has reached this process meanwhile may still queue; a commit alone would keep all of it waiting.
    if (this.#wrote && !turns.nextJoins && group.hasRoom) await turnOfEvents()
    if (this.#over) throw transactionOver()
    try {
      if (!turns.nextJoins || !group.hasRoom) {
        this.#guarded(() => group.commit())
        this.#end()
        return
      }
      if (this.#joined) this.#guarded(() => writer.control(`RELEASE ${MEMBER}`))
      else this.#guarded(() => undefined)
    } catch (error) {
      this.rollback()
      throw error
    }
    const durable = group.join()
    this.#end()
    await durable
  }

  /** Undoes everything of its own; after the end it does nothing. Never what an earlier writer waits for. */
  rollback(): void {
    if (this.#over) return
    const { database } = this.#connections.writer
    try {
      if (this.#joined) this.#leaveGroup()
      else if (database.inTransaction) database.exec('ROLLBACK')
    } catch (error) {
      throw asAdapterError(error)
    } finally {
      this.#end()
    }
  }

  #leaveGroup(): void {
    const { group, turns, writer } = this.#connections
    // A COMMIT that failed, or SQLite itself, has ended it for all of them; they have heard, or hear it now.
    if (!writer.database.inTransaction) return group.fail(transactionOver())
    try {
      writer.database.exec(`ROLLBACK TO ${MEMBER}; RELEASE ${MEMBER}`)
    } catch (error) {
      group.fail(error)
      throw error
    }
    if (!turns.nextJoins || !group.hasRoom) group.commit()
  }

  #end(): void {
    this.#over = true
    this.#endTurn()
  }

  #guarded<T>(work: () => T): T {
    // SQLite ends a transaction by itself after some failures (disk full, I/O). What came afterwards would be
    // committed statement by statement, whatever the caller decides in the end.
    const open = this.#connections.writer.database.inTransaction
    if (this.#over || this.#failed || !open) throw transactionOver()
    try {
      return work()
    } catch (error) {
      this.#failed = true
      throw asAdapterError(error)
    }
  }
}

/**
 * Runs `work` in a write transaction of its own: committed when it returns, rolled back when it throws or takes longer
 * than a transaction may.
 */
export async function inWriteTransaction<T>(
  connections: SqliteConnections,
  work: (transaction: WriteTransaction) => Promise<T>,
  limitMs = TRANSACTION_LIMIT_MS,
): Promise<T> {
  const transaction = await WriteTransaction.begin(connections)
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DriverAdapterError({ kind: 'SocketTimeout' })), limitMs)
  })
  try {
    const result = await Promise.race([work(transaction), tooLong])
    await transaction.commit()
    return result
  } finally {
    clearTimeout(timer)
    transaction.rollback()
  }
}

/** Runs synchronous work in a write transaction of its own. */
export async function asOneWrite<T>(
  connections: SqliteConnections,
  work: (transaction: WriteTransaction) => T,
): Promise<T> {
  const transaction = await WriteTransaction.begin(connections)
  try {
    const result = work(transaction)
    await transaction.commit()
    return result
  } finally {
    transaction.rollback()
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
