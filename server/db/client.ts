import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { databaseKind } from './database-kind.ts'
import type { DatabaseKind } from './database-kind.ts'
import { mapDatabaseError } from './errors.ts'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import { postgresqlAdapter } from './postgresql/adapter.ts'
import { withOpened } from './postgresql/opened.ts'
import { openPool } from './postgresql/pool.ts'
import { rawPostgresql } from './postgresql/raw-postgresql.ts'
import { TRANSACTION_LIMIT_MS, WRITE_WAIT_MS } from './raw.ts'
import type { RawDatabase, RawQueries } from './raw.ts'
import { SqliteAdapterFactory } from './sqlite/adapter.ts'
import { acquireConnections, releaseConnections } from './sqlite/connections.ts'
import { withHandleOnDemand } from './sqlite/handle-on-demand.ts'
import { lend } from './sqlite/lent.ts'
import { sqlitePath } from './sqlite/location.ts'
import { rawSqlite, within } from './sqlite/raw-sqlite.ts'
import { truncateLog } from './sqlite/truncate-log.ts'
import { inWriteTransaction } from './sqlite/write-transaction.ts'

/** The client, or the handle of an interactive transaction: what stores work with. */
export type Tx = Prisma.TransactionClient

export type { DatabaseKind, PrismaClient }

export interface Database {
  readonly kind: DatabaseKind
  /** Typed by the SQLite schema on both databases; what it throws is mapped (errors.ts). */
  readonly prisma: PrismaClient
  readonly raw: RawDatabase
  /**
   * Runs `work` in one write transaction: committed when it returns, rolled back when it throws. Prisma's handle and
   * the raw statements are of the same transaction; after its end both are refused.
   *
   * @param limitMs how long `work` may take
   * @throws AppError `unavailable` when the turn does not come, or `work` does not end, in time
   */
  transaction<T>(work: (tx: Tx, raw: RawQueries) => Promise<T>, limitMs?: number): Promise<T>
  /**
   * Moves everything from SQLite's write-ahead log into the file and empties the log, so that overwritten
   * bytes (a destroyed key) are in neither. Nothing to do on PostgreSQL, where this is VACUUM's and the
   * archive's matter.
   *
   * @returns false when a reader held on to the log: try again later
   */
  forgetOverwritten(): Promise<boolean>
  close(): Promise<void>
}

const options = (adapter: SqlDriverAdapterFactory) => ({
  adapter,
  // The other formats print the arguments of the call, which are people's data.
  errorFormat: 'minimal' as const,
  transactionOptions: { maxWait: WRITE_WAIT_MS, timeout: TRANSACTION_LIMIT_MS },
})

/** Maps whatever a call throws, also where it throws at once or the error passes a transaction. */
async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw mapDatabaseError(error)
  }
}

/**
 * Every operation of the client through `mapDatabaseError`. An extension sees all operations, inside
 * transactions too, but not the beginning and end of a transaction: those are wrapped beside it.
 */
function withMappedErrors(client: PrismaClient): PrismaClient {
  const extended = client.$extends({
    query: { $allOperations: ({ args, query }) => mapped(() => query(args)) },
  })
  const wrapped = new Proxy(extended, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target)
      if (property !== '$transaction' || typeof value !== 'function') return value
      return (...args: unknown[]) => mapped(() => Reflect.apply(value, target, args) as Promise<unknown>)
    },
  })
  // An extended client has a type of its own, without $on; nothing here uses that.
  return wrapped as unknown as PrismaClient
}

function mappedRaw(raw: RawDatabase): RawDatabase {
  return {
    all: (sql, params) => mapped(() => raw.all(sql, params)),
    run: (sql, params) => mapped(() => raw.run(sql, params)),
    runMany: (sql, rows) => mapped(() => raw.runMany(sql, rows)),
    transaction: (work) => mapped(() => raw.transaction((queries) => work(mappedQueries(queries)))),
  }
}

function mappedQueries(queries: RawQueries): RawQueries {
  return {
    all: (sql, params) => mapped(() => queries.all(sql, params)),
    run: (sql, params) => mapped(() => queries.run(sql, params)),
    runMany: (sql, rows) => mapped(() => queries.runMany(sql, rows)),
  }
}

async function openSqlite(url: string): Promise<Database> {
  const connections = await acquireConnections(sqlitePath(url))
  const client = new PrismaClient(options(new SqliteAdapterFactory(url)))
  const prisma = withMappedErrors(client)
  return {
    kind: 'sqlite',
    prisma,
    raw: mappedRaw(rawSqlite(connections)),
    transaction: (work, limitMs) =>
      mapped(() =>
        inWriteTransaction(
          connections,
          (transaction) =>
            withHandleOnDemand(
              (handled) => lend(transaction, () => prisma.$transaction(handled)),
              (tx) => work(tx, mappedQueries(within(transaction))),
            ),
          limitMs,
        ),
      ),
    forgetOverwritten: () => mapped(() => truncateLog(connections)),
    async close() {
      await client.$disconnect()
      await releaseConnections(connections)
    },
  }
}

async function openPostgresql(url: string): Promise<Database> {
  const pool = openPool(url)
  const client = new PostgresqlClient(options(postgresqlAdapter(pool)))
  // The single cast: rows and arguments are the same, the types of the two clients are not (drift.test.ts).
  const prisma = withMappedErrors(client as unknown as PrismaClient)
  return {
    kind: 'postgresql',
    prisma,
    raw: mappedRaw(rawPostgresql(pool)),
    transaction: (work, limitMs = TRANSACTION_LIMIT_MS) =>
      withOpened((queries) =>
        prisma.$transaction((tx) => work(tx, mappedQueries(queries())), { timeout: limitMs }),
      ),
    forgetOverwritten: async () => true,
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}

/**
 * Opens the database that a URL names: `file:/path/to/file.db` or `postgresql://…`. It must have been
 * migrated. Close it when done; within one process several openings of one SQLite file share their
 * connections.
 */
export async function openDatabase({ url }: { url: string }): Promise<Database> {
  return mapped(() => (databaseKind(url) === 'sqlite' ? openSqlite(url) : openPostgresql(url)))
}
