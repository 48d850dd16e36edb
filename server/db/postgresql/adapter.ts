import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { announce } from './opened.ts'
import { over, within } from './raw-postgresql.ts'

/** The connection that a transaction of the stock adapter holds, which has no public name for it. */
function connectionOf(transaction: Transaction): pg.PoolClient {
  const { client } = transaction as Transaction & { readonly client?: pg.PoolClient }
  if (client === undefined) throw new Error('the adapter for PostgreSQL does not say which connection it holds')
  return client
}

/**
 * PostgreSQL answers the COMMIT of a transaction in which a statement had failed with ROLLBACK, and no error.
 * The stock adapter takes that for a commit: a caught error would lose acknowledged writes. Here such a
 * COMMIT fails.
 */
function refuseSilentRollback(transaction: Transaction): Transaction {
  let failed = false
  let open = true
  // One connection answers one statement at a time; callers may ask for several at once.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await inTurn(work)
    } catch (error) {
      failed = true
      throw error
    }
  }
  const client = connectionOf(transaction)
  const raw = within(() => {
    if (!open) throw over()
    return client
  })
  announce({
    all: (sql, params) => watched(() => raw.all(sql, params)),
    run: (sql, params) => watched(() => raw.run(sql, params)),
    runMany: (sql, rows) => watched(() => raw.runMany(sql, rows)),
  })
  const ending = (work: () => Promise<void>): Promise<void> => {
    open = false
    return work()
  }
  const send = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] })
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => watched(() => transaction.queryRaw(query)),
    executeRaw: async (query: SqlQuery) => {
      if (query.sql !== 'COMMIT' || !failed) return watched(() => transaction.executeRaw(query))
      // Prisma only releases the connection after a COMMIT that failed.
      await inTurn(() => send('ROLLBACK'))
      throw over()
    },
    commit: () => ending(() => transaction.commit()),
    rollback: () => ending(() => transaction.rollback()),
    createSavepoint: async (name) => void (await watched(() => send(`SAVEPOINT ${name}`))),
    rollbackToSavepoint: async (name) => {
      await inTurn(() => send(`ROLLBACK TO SAVEPOINT ${name}`))
      failed = false
    },
    releaseSavepoint: async (name) => void (await watched(() => send(`RELEASE SAVEPOINT ${name}`))),
  }
}

/**
 * Prisma's adapter over our pool, with the commit that tells the truth. The pool stays the caller's to end.
 */
export function postgresqlAdapter(pool: pg.Pool): SqlDriverAdapterFactory {
  const stock = new PrismaPg(pool)
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    async connect() {
      const adapter = await stock.connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (level) => refuseSilentRollback(await start(level))
      return adapter
    },
  }
}
