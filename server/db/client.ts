import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { databaseKind } from './database-kind.ts'
import type { DatabaseKind } from './database-kind.ts'
import { mapDatabaseError } from './errors.ts'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import { withOpened } from './opened.ts'
import { postgresqlAdapter } from './postgresql/adapter.ts'
import { openPool } from './postgresql/pool.ts'
import { rawPostgresql } from './postgresql/raw-postgresql.ts'
import { rawWithin } from './raw-within.ts'
import { TRANSACTION_LIMIT_MS, WRITE_WAIT_MS } from './raw.ts'
import type { RawDatabase, RawQueries } from './raw.ts'
import { SqliteAdapterFactory } from './sqlite/adapter.ts'
import { acquireConnections, releaseConnections } from './sqlite/connections.ts'
import { truncateLog } from './sqlite/truncate-log.ts'
import { sqlitePath } from './sqlite/location.ts'
import { rawSqlite } from './sqlite/raw-sqlite.ts'

/** The client, or the handle of an interactive transaction: what stores work with. */
export type Tx = Prisma.TransactionClient

export type { DatabaseKind, PrismaClient }

export interface Database {
  readonly kind: DatabaseKind
  /** Typed by the SQLite schema on both databases; what it throws is mapped (errors.ts). */
  readonly prisma: PrismaClient
  readonly raw: RawDatabase
  /** Raw statements inside an interactive transaction of Prisma's. */
  rawIn(tx: Tx): RawQueries
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

/** Begins a call of `$transaction`; `seen` hears of the handle before the caller's work does. */
type Begin = (call: (seen?: (tx: Tx) => void) => Promise<unknown>) => Promise<unknown>

/** An interactive transaction's work, told of its handle; a list of operations stays as it is. */
function noting(work: unknown, seen: (tx: Tx) => void = () => undefined): unknown {
  if (typeof work !== 'function') return work
  return (tx: Tx) => {
    seen(tx)
    return Reflect.apply(work, undefined, [tx]) as unknown
  }
}

/**
 * Every operation of the client through `mapDatabaseError`. An extension sees all operations, inside
 * transactions too, but not the beginning and end of a transaction: those are wrapped beside it.
 */
function withMappedErrors(client: PrismaClient, begin: Begin): PrismaClient {
  const extended = client.$extends({
    query: { $allOperations: ({ args, query }) => mapped(() => query(args)) },
  })
  const wrapped = new Proxy(extended, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target)
      if (property !== '$transaction' || typeof value !== 'function') return value
      return (first: unknown, ...rest: unknown[]) =>
        mapped(() => begin((seen) => Reflect.apply(value, target, [noting(first, seen), ...rest]) as Promise<unknown>))
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

/** Raw statements on the connection of a transaction of Prisma's, known from the moment it begins. */
function directQueries(kind: DatabaseKind): { begin: Begin; rawIn: Database['rawIn'] } {
  const direct = new WeakMap<Tx, RawQueries>()
  return {
    begin: (call) =>
      withOpened((opened) =>
        call((tx) => {
          if (opened.queries !== undefined) direct.set(tx, mappedQueries(opened.queries))
        }),
      ),
    // A transaction within a transaction has a handle of its own, which only Prisma knows.
    rawIn: (tx) => direct.get(tx) ?? rawWithin(tx, kind),
  }
}

async function openSqlite(url: string): Promise<Database> {
  const connections = await acquireConnections(sqlitePath(url))
  const client = new PrismaClient(options(new SqliteAdapterFactory(url)))
  const direct = directQueries('sqlite')
  return {
    kind: 'sqlite',
    prisma: withMappedErrors(client, direct.begin),
    raw: mappedRaw(rawSqlite(connections)),
    rawIn: direct.rawIn,
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
  const direct = directQueries('postgresql')
  return {
    kind: 'postgresql',
    // The single cast: rows and arguments are the same, the types of the two clients are not (drift.test.ts).
    prisma: withMappedErrors(client as unknown as PrismaClient, direct.begin),
    raw: mappedRaw(rawPostgresql(pool)),
    rawIn: direct.rawIn,
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
