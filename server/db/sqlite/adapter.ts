import type {
  ConnectionInfo,
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { Rows } from './connection.ts'
import { acquireConnections, releaseConnections } from './connections.ts'
import type { SqliteConnections } from './connections.ts'
import { asAdapterError } from './errors.ts'
import { takeLent } from './lent.ts'
import { sqlitePath } from './location.ts'
import { bindableArg, resultValue } from './values.ts'
import type { Bindable } from './values.ts'
import { asOneWrite, WriteTransaction } from './write-transaction.ts'

const ADAPTER_NAME = 'rightsdesk-sqlite'

/** Below SQLite's own limit of 32,766: Prisma splits longer lists. */
const MAX_PARAMETERS = 32_000

function bound(query: SqlQuery): Bindable[] {
  return query.args.map((arg, index) => bindableArg(arg, query.argTypes[index]))
}

function resultSet(result: Rows): SqlResultSet {
  const columnTypes = result.types()
  const rows = result.rows.map((row) =>
    row.map((value, index) => {
      const type = columnTypes[index]
      return type === undefined ? value : resultValue(value, type)
    }),
  )
  return { columnNames: [...result.columns], columnTypes, rows }
}

class SqliteTransaction implements Transaction {
  readonly provider = 'sqlite'
  readonly adapterName = ADAPTER_NAME
  // Prisma sends no COMMIT of its own but calls commit() and rollback() here.
  readonly options = { usePhantomQuery: true }
  readonly #transaction: WriteTransaction

  constructor(transaction: WriteTransaction) {
    this.#transaction = transaction
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return resultSet(this.#transaction.query(query.sql, bound(query)))
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#transaction.run(query.sql, bound(query)).changes
  }

  async commit(): Promise<void> {
    await this.#transaction.commit()
  }

  async rollback(): Promise<void> {
    this.#transaction.rollback()
  }

  async createSavepoint(name: string): Promise<void> {
    this.#transaction.savepoint(name)
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    this.#transaction.rollbackToSavepoint(name)
  }

  async releaseSavepoint(name: string): Promise<void> {
    this.#transaction.releaseSavepoint(name)
  }
}

/** A transaction that somebody else opened, and ends: Prisma's end of it changes nothing. */
class LentTransaction extends SqliteTransaction {
  override async commit(): Promise<void> {}

  override async rollback(): Promise<void> {}
}

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName = ADAPTER_NAME
  readonly #connections: SqliteConnections

  constructor(connections: SqliteConnections) {
    this.#connections = connections
  }

  /**
   * A read goes to the reader at once; anything else waits for the writer's turn, never inside somebody's
   * transaction.
   */
  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const params = bound(query)
    if (this.#isReadOnly(query.sql)) {
      try {
        return resultSet(this.#connections.reader.query(query.sql, params))
      } catch (error) {
        throw asAdapterError(error)
      }
    }
    return asOneWrite(this.#connections, (transaction) => resultSet(transaction.query(query.sql, params)))
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    const params = bound(query)
    return asOneWrite(this.#connections, (transaction) => transaction.run(query.sql, params).changes)
  }

  async executeScript(): Promise<void> {
    throw new DriverAdapterError({ kind: 'sqlite', extendedCode: 1, message: 'scripts belong to the migration runner' })
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel })
    }
    const lent = takeLent()
    if (lent !== undefined) return new LentTransaction(lent)
    return new SqliteTransaction(await WriteTransaction.begin(this.#connections))
  }

  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: MAX_PARAMETERS, supportsRelationJoins: false }
  }

  async dispose(): Promise<void> {
    await releaseConnections(this.#connections)
  }

  #isReadOnly(sql: string): boolean {
    try {
      return this.#connections.reader.isReadOnly(sql)
    } catch (error) {
      throw asAdapterError(error)
    }
  }
}

/**
 * Prisma's driver adapter over better-sqlite3, safe where the stock ones lose data: one writer that takes
 * turns and begins IMMEDIATE, a reader that can not write, nothing that lands in a transaction it was not
 * issued in.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = ADAPTER_NAME
  readonly #path: string

  /** @param url `file:` and a path */
  constructor(url: string) {
    this.#path = sqlitePath(url)
  }

  async connect(): Promise<SqlDriverAdapter> {
    try {
      return new SqliteAdapter(await acquireConnections(this.#path))
    } catch (error) {
      throw asAdapterError(error)
    }
  }
}
