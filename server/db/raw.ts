/**
 * What may be bound to a `?`: a boolean is stored as the database stores booleans, a Date as its moment in
 * UTC.
 */
export type RawParam = string | number | bigint | boolean | null | Uint8Array | Date

/**
 * What comes back. Integers are numbers while they are safe, bigint beyond; a column declared boolean is a
 * boolean; a timestamp column is ISO 8601 text with milliseconds and `Z`; bytes are a Buffer.
 */
export type RawValue = string | number | bigint | boolean | null | Uint8Array

export type RawRow = Record<string, RawValue>

/**
 * Prepared-statement access for the hot paths (import, gate, look-up), the same on both databases. SQL is
 * written once, in the part of the language that both know, with `?` placeholders. Name the columns: no
 * `SELECT *`.
 */
export interface RawQueries {
  /** The rows of a query. */
  all<Row extends object = RawRow>(sql: string, params?: readonly RawParam[]): Promise<Row[]>
  /** Runs a statement; the number of rows that it changed. */
  run(sql: string, params?: readonly RawParam[]): Promise<number>
  /**
   * Runs one statement for many lists of parameters; the number of rows that it changed altogether. At most
   * 1,000 lists at a time, since other writers wait meanwhile. Outside a transaction it is one of its own.
   */
  runMany(sql: string, rows: readonly (readonly RawParam[])[]): Promise<number>
}

export interface RawDatabase extends RawQueries {
  /**
   * Runs `work` in a write transaction: commits when it returns, rolls back when it throws. Everything inside
   * must go through the handle that it is given; on SQLite a write through another handle would wait for this
   * very transaction. Keep it short and without I/O of another kind: other writers wait.
   *
   * @throws AppError `unavailable` when the turn does not come, or `work` does not end, in time
   */
  transaction<T>(work: (queries: RawQueries) => Promise<T>): Promise<T>
}

/** How long a writer waits for its turn, and how long one transaction may take, in milliseconds. */
export const WRITE_WAIT_MS = 10_000
export const TRANSACTION_LIMIT_MS = 15_000
