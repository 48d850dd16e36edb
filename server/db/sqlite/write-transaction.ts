import type { Change, Rows } from './connection.ts'
import type { SqliteConnections } from './connections.ts'
import { asAdapterError, transactionOver } from './errors.ts'
import type { Bindable } from './values.ts'
import { beginImmediate } from './write-turns.ts'
import type { EndTurn } from './write-turns.ts'

/**
 * The one open write transaction of this process. After a failed statement it takes nothing more but a
 * rollback, as PostgreSQL does it, so that a caught error can not lead to a half-done commit on one database
 * only.
 */
export class WriteTransaction {
  readonly #connections: SqliteConnections
  readonly #endTurn: EndTurn
  #over = false
  #failed = false

  private constructor(connections: SqliteConnections, endTurn: EndTurn) {
    this.#connections = connections
    this.#endTurn = endTurn
  }

  /** Waits for this process's turn, then for the other processes' writers. */
  static async begin(connections: SqliteConnections, waitMs?: number): Promise<WriteTransaction> {
    const endTurn = await connections.turns.take(waitMs)
    try {
      await beginImmediate(connections.writer.database, waitMs)
    } catch (error) {
      endTurn()
      throw asAdapterError(error)
    }
    return new WriteTransaction(connections, endTurn)
  }

  query(sql: string, params: readonly Bindable[]): Rows {
    return this.#guarded(() => this.#connections.writer.query(sql, params))
  }

  run(sql: string, params: readonly Bindable[]): Change {
    return this.#guarded(() => this.#connections.writer.run(sql, params))
  }

  runEach(sql: string, rows: Iterable<readonly Bindable[]>): number {
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

  /** @throws DriverAdapterError when nothing was committed: a statement had failed, or the disk refused */
  commit(): void {
    if (this.#over) throw transactionOver()
    try {
      this.#guarded(() => this.#connections.writer.database.exec('COMMIT'))
      this.#end()
    } finally {
      this.rollback()
    }
  }

  /** Undoes everything; after the end it does nothing. */
  rollback(): void {
    if (this.#over) return
    try {
      const { database } = this.#connections.writer
      if (database.inTransaction) database.exec('ROLLBACK')
    } catch (error) {
      throw asAdapterError(error)
    } finally {
      this.#end()
    }
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

/** Runs synchronous work in a write transaction of its own. */
export async function inWriteTransaction<T>(
  connections: SqliteConnections,
  work: (transaction: WriteTransaction) => T,
): Promise<T> {
  const transaction = await WriteTransaction.begin(connections)
  try {
    const result = work(transaction)
    transaction.commit()
    return result
  } finally {
    transaction.rollback()
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
