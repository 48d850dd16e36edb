import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { MappedError } from '@prisma/driver-adapter-utils'
import BetterSqlite3 from 'better-sqlite3'

/**
 * Names of columns after a constraint's message, `table.column, table.column`: names of the schema, never
 * values.
 */
function fieldsOf(message: string): string[] {
  const [, list = ''] = message.split('constraint failed: ')
  return list.split(', ').map((name) => name.slice(name.lastIndexOf('.') + 1))
}

function constraintOf(message: string): { fields: string[] } | { index: string } {
  const byIndex = /constraint failed: index '([^']+)'/.exec(message)
  return byIndex?.[1] === undefined ? { fields: fieldsOf(message) } : { index: byIndex[1] }
}

function mapped(code: string, message: string): MappedError {
  switch (code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_ROWID':
      return { kind: 'UniqueConstraintViolation', constraint: constraintOf(message) }
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return { kind: 'NullConstraintViolation', constraint: { fields: fieldsOf(message) } }
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } }
    case 'SQLITE_CONSTRAINT_TRIGGER':
      return { kind: 'sqlite', extendedCode: 1811, message }
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'SocketTimeout' }
  if (code === 'SQLITE_CANTOPEN') return { kind: 'DatabaseNotReachable' }
  if (message.startsWith('no such table')) return { kind: 'TableDoesNotExist', table: message.split(': ')[1] ?? '' }
  if (message.startsWith('no such column')) return { kind: 'ColumnNotFound', column: message.split(': ')[1] ?? '' }
  return { kind: 'sqlite', extendedCode: 1, message: code }
}

/** Whether another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/**
 * A driver's error as the kind that Prisma knows it by. Anything that is none of SQLite's is a fault of ours
 * and stays what it is.
 */
export function asAdapterError(error: unknown): unknown {
  if (error instanceof DriverAdapterError) return error
  if (error instanceof BetterSqlite3.SqliteError) {
    return new DriverAdapterError({ ...mapped(error.code, error.message), originalCode: error.code })
  }
  if (error instanceof RangeError) {
    return new DriverAdapterError({ kind: 'ValueOutOfRange', cause: 'a value does not fit into 64 bits' })
  }
  return error
}

/** The transaction is over: committed, rolled back, timed out, or ended by SQLite itself after a failure. */
export function transactionOver(): DriverAdapterError {
  return new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'the transaction is over' })
}
