import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { ColumnType } from '@prisma/driver-adapter-utils'
import type { RawDatabase, RawParam, RawQueries, RawRow, RawValue } from '../raw.ts'
import type { Rows } from './connection.ts'
import type { SqliteConnections } from './connections.ts'
import { asAdapterError } from './errors.ts'
import { bindable, isSafe } from './values.ts'
import type { Bindable, Stored } from './values.ts'
import { asOneWrite, inWriteTransaction } from './write-transaction.ts'
import type { WriteTransaction } from './write-transaction.ts'

function rawValue(value: Stored, type: ColumnType | undefined): RawValue {
  if (typeof value !== 'bigint') return value
  if (type === ColumnTypeEnum.Boolean) return value !== 0n
  return isSafe(value) ? Number(value) : value
}

function rawRows<Row extends object>(result: Rows): Row[] {
  if (result.rows.length === 0) return []
  const types = result.types()
  return result.rows.map((stored) => {
    const row: RawRow = {}
    for (const [index, name] of result.columns.entries()) {
      row[name] = rawValue(stored[index] ?? null, types[index])
    }
    return row as Row
  })
}

const bind = (params: readonly RawParam[]): Bindable[] => params.map(bindable)

/** Raw statements inside an open transaction; after its end each is refused (`transaction_over`). */
export function within(transaction: WriteTransaction): RawQueries {
  return {
    all: async <Row extends object>(sql: string, params: readonly RawParam[] = []) =>
      rawRows<Row>(transaction.query(sql, bind(params))),
    run: async (sql, params = []) => transaction.run(sql, bind(params)).changes,
    runMany: async (sql, rows) => runEach(transaction, sql, rows),
  }
}

function runEach(transaction: WriteTransaction, sql: string, rows: readonly (readonly RawParam[])[]): number {
  return transaction.runEach(sql, rows.map(bind))
}

/** Raw access to SQLite: reads on the reader, writes in the same turns as Prisma's. */
export function rawSqlite(connections: SqliteConnections): RawDatabase {
  return {
    async all<Row extends object>(sql: string, params: readonly RawParam[] = []) {
      const { reader } = connections
      try {
        if (reader.isReadOnly(sql)) return rawRows<Row>(reader.query(sql, bind(params)))
      } catch (error) {
        throw asAdapterError(error)
      }
      return asOneWrite(connections, (transaction) => rawRows<Row>(transaction.query(sql, bind(params))))
    },
    run: (sql, params = []) =>
      asOneWrite(connections, (transaction) => transaction.run(sql, bind(params)).changes),
    runMany: (sql, rows) => asOneWrite(connections, (transaction) => runEach(transaction, sql, rows)),
    transaction: <T>(work: (queries: RawQueries) => Promise<T>) =>
      inWriteTransaction(connections, (transaction) => work(within(transaction))),
  }
}
