import Database from 'better-sqlite3'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Cell, Row } from '#domain/erasure/cell.ts'
import { ConnectorFault, type ConnectorFaultCode } from './connector-fault.ts'
import { sqliteDialect } from './sql-dialect.ts'
import type { SqlSession } from './sql-session.ts'
import { sqliteFacts } from './sqlite-facts.ts'

/** How long a locked database is waited for, and how often it is asked meanwhile. */
const busyMs = 5_000
const askAgainMs = 20
const beginWrite = 'BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON'

/**
 * Opens a system's SQLite file, which must be there: nothing is ever created. Between statements the event loop
 * gets its turn, since each statement holds it.
 *
 * @param file  checked by `sqlitePlace`
 * @throws ConnectorFault
 */
export function openSqliteSession(file: string): SqlSession {
  const database = guarded(null, () => open(file))
  const step = async <T>(collection: string | null, work: () => T): Promise<T> => {
    await setImmediate()
    return guarded(collection, work)
  }
  return {
    dialect: sqliteDialect,
    query: (sql, params, collection) =>
      step(collection, () => {
        const statement = database.prepare<unknown[], Record<string, unknown>>(sql).safeIntegers()
        return statement.all(...params.map(toSqlite)).map(fromSqlite)
      }),
    run: (sql, params, collection) =>
      step(collection, () => {
        database.prepare(sql).run(...params.map(toSqlite))
      }),
    describe: () => step(null, () => sqliteFacts(database)),
    // A read keeps no lock between its statements: a file that is not in WAL mode could not be written meanwhile.
    // What it saw of two moments is of no harm: an erasure looks again inside its transaction.
    async begin(mode) {
      if (mode === 'write') await beginWriting(database)
    },
    commit: () => step(null, () => void (database.inTransaction && database.exec('COMMIT'))),
    async rollback() {
      if (database.open && database.inTransaction) database.exec('ROLLBACK')
    },
    settle: () => step(null, () => void database.pragma('wal_checkpoint(TRUNCATE)')),
    async close() {
      database.close()
    },
  }
}

function open(file: string): Database.Database {
  const database = new Database(file, { fileMustExist: true, timeout: busyMs })
  database.pragma('foreign_keys = ON')
  database.pragma('secure_delete = ON')
  // A foreign file's views and triggers must not call what they like.
  database.pragma('trusted_schema = OFF')
  const text = (value: unknown) => (value === null ? null : String(value).normalize('NFKC'))
  const options = { deterministic: true, directOnly: true }
  database.function('rd_digits', options, (value: unknown) => text(value)?.replace(/\D/g, '') ?? null)
  database.function('rd_folded', options, (value: unknown) => text(value)?.trim().toLowerCase() ?? null)
  database.function('rd_compact', options, (value: unknown) => {
    return text(value)?.replace(/[^0-9A-Za-z]/g, '').toUpperCase() ?? null
  })
  // Fails here, and not in the middle of the work, for a file that is no database.
  database.pragma('schema_version')
  return database
}

/**
 * Waits for the write lock without holding the event loop: whoever has the lock may be another erasure of this
 * very process, which could never go on.
 */
async function beginWriting(database: Database.Database): Promise<void> {
  database.pragma('busy_timeout = 0')
  for (let waited = 0; !database.inTransaction; waited += askAgainMs) {
    try {
      database.exec(beginWrite)
    } catch (error) {
      if (codeOf(error) !== 'busy' || waited >= busyMs) throw new ConnectorFault(codeOf(error))
      await setTimeout(askAgainMs)
    }
  }
  database.pragma(`busy_timeout = ${busyMs}`)
}

function toSqlite(cell: Cell): string | number | Buffer | null {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.hex, 'hex') : cell
}

function fromSqlite(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]): [string, Cell] => {
      if (typeof value === 'bigint') return [column, Number.isSafeInteger(Number(value)) ? Number(value) : String(value)]
      if (Buffer.isBuffer(value)) return [column, { hex: value.toString('hex') }]
      return [column, typeof value === 'string' || typeof value === 'number' ? value : null]
    }),
  )
}

function guarded<T>(collection: string | null, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new ConnectorFault(codeOf(error), collection)
  }
}

function codeOf(error: unknown): ConnectorFaultCode {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy'
  if (code.startsWith('SQLITE_CONSTRAINT')) return 'refused'
  if (code.startsWith('SQLITE_CANTOPEN')) return 'unreachable'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_AUTH')) return 'no_permission'
  return 'failed'
}
