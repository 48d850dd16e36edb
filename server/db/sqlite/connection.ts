import type { ColumnType } from '@prisma/driver-adapter-utils'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import BetterSqlite3 from 'better-sqlite3'
import { applyPragmas } from './pragmas.ts'
import { columnTypes, describeColumns } from './values.ts'
import type { Bindable, Columns, Stored } from './values.ts'

/** Prepared statements kept per connection; the one unused for longest goes first. */
const CACHED_STATEMENTS = 500

/**
 * Transactions belong to write-transaction.ts and pragmas to pragmas.ts: neither may come in through a query.
 */
const CONTROL = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|ATTACH|DETACH|PRAGMA|VACUUM)\b/i

type Statement = BetterSqlite3.Statement<Bindable[], Stored[]>

/** A prepared statement, and what is known of its columns once they were asked for. */
interface Prepared {
  readonly statement: Statement
  columns: Columns | null
}

export type Rows = { columns: readonly string[]; types: () => ColumnType[]; rows: Stored[][] }

export type Change = { changes: number; lastInsertRowid: bigint }

/** One connection to the file, with its pragmas asserted and its statements cached. */
export class Connection {
  readonly database: BetterSqlite3.Database
  readonly #statements = new Map<string, Prepared>()
  readonly #controls = new Map<string, BetterSqlite3.Statement>()

  constructor(path: string, role: 'writer' | 'reader') {
    this.database = new BetterSqlite3(path)
    try {
      applyPragmas(this.database, role)
    } catch (error) {
      this.database.close()
      throw error
    }
  }

  /** Whether the statement leaves the database as it is. */
  isReadOnly(sql: string): boolean {
    return this.#prepare(sql).statement.readonly
  }

  /** Runs a statement for its rows; one that returns none has no columns. */
  query(sql: string, params: readonly Bindable[]): Rows {
    const prepared = this.#prepare(sql)
    const { statement } = prepared
    if (!statement.reader) {
      statement.run(...params)
      return { columns: [], types: () => [], rows: [] }
    }
    const rows = statement.all(...params)
    // Read after the run, since the run prepares anew where the schema changed meanwhile; kept while rows are as wide.
    const same = rows[0] === undefined || rows[0].length === prepared.columns?.names.length
    const columns = (same ? prepared.columns : null) ?? describeColumns(statement.columns())
    prepared.columns = columns
    return { columns: columns.names, types: () => columnTypes(columns, rows), rows }
  }

  /** Runs a statement for its effect. */
  run(sql: string, params: readonly Bindable[]): Change {
    const { statement } = this.#prepare(sql)
    if (statement.reader) {
      const rows = statement.all(...params)
      return { changes: statement.readonly ? 0 : rows.length, lastInsertRowid: 0n }
    }
    const { changes, lastInsertRowid } = statement.run(...params)
    return { changes, lastInsertRowid: BigInt(lastInsertRowid) }
  }

  /** Runs a statement once for each list of parameters; the number of rows changed altogether. */
  runEach(sql: string, rows: Iterable<readonly Bindable[]>): number {
    const { statement } = this.#prepare(sql)
    let changes = 0
    for (const params of rows) {
      changes += statement.reader ? statement.all(...params).length : statement.run(...params).changes
    }
    return changes
  }

  /** Begins, ends or parts a transaction; prepared once, since every writer needs it. */
  control(sql: string): void {
    const known = this.#controls.get(sql) ?? this.database.prepare(sql)
    this.#controls.set(sql, known)
    known.run()
  }

  close(): void {
    this.#statements.clear()
    this.#controls.clear()
    this.database.close()
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql)
    if (known !== undefined) {
      this.#statements.delete(sql)
      this.#statements.set(sql, known)
      return known
    }
    if (CONTROL.test(sql)) {
      throw new DriverAdapterError({ kind: 'sqlite', extendedCode: 1, message: 'not a statement for a query' })
    }
    const statement = this.database.prepare<Bindable[], Stored[]>(sql).safeIntegers(true)
    if (statement.reader) statement.raw(true)
    const prepared: Prepared = { statement, columns: null }
    this.#statements.set(sql, prepared)
    if (this.#statements.size > CACHED_STATEMENTS) {
      for (const oldest of this.#statements.keys()) {
        this.#statements.delete(oldest)
        break
      }
    }
    return prepared
  }
}
